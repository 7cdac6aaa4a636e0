import { z } from 'astro/zod';
import { pictureEvent } from './picture-schema.ts';
import { relationPattern } from './step.ts';

/** An id: lower-case words joined by hyphens, looked up as it stands. */
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

/** Prose with inline Markdown (code, emphasis, links). */
const text = z.string().trim().min(1);

/** Whether `source` is a regular expression that can be compiled with the flags the runner uses. */
function compiles(source: string): boolean {
  try {
    new RegExp(source, 'm');
    return true;
  } catch {
    return false;
  }
}

/** A regular expression, read with the flag `m`: `^` and `$` are the ends of a line. */
const pattern = z.string().min(1).refine(compiles, 'must be a regular expression');

/** How many groups of its own a pattern has: what `(` opens, without `(?:` and its kind. */
const groups = (source: string) => new RegExp(`${source}|`, 'm').exec('')!.length - 1;

/** A pattern whose one group is the value. */
const capturePattern = pattern.refine(
  (source) => compiles(source) && groups(source) === 1,
  'must have exactly one group, the value',
);

/** One of the two VMs. `vm2` is started when the first step asks for it. */
const vmName = z.enum(['vm1', 'vm2']);

/** What the reader is asked before the step runs. */
const prediction = z
  .strictObject({
    /** The question. */
    ask: text,
    /** Two to four answers to choose from. */
    choices: z.array(text).min(2).max(4),
    /** Which of them is right, counted from 1. */
    right: z.number().int().min(1),
  })
  .refine(({ choices, right }) => right <= choices.length, {
    path: ['right'],
    message: 'is more than there are choices',
  });

/** What every step has. */
const stepFields = {
  /** Id of the step within its lab; part of addresses and recordings. */
  id,
  /** A few words that name the step in the list and in what a screen reader says of the progress. */
  title: text,
  /** Asked before the step can be run. */
  predict: prediction.optional(),
  /** What to know before running it: what the command does and why. */
  say: text.optional(),
  /** What was to be seen, shown once the step is done. */
  saw: text.optional(),
  /** Which VM it is run on. */
  on: vmName.default('vm1'),
  /** What changes in the picture when the step is done. */
  picture: z.array(pictureEvent).default([]),
};

/** What a step's output is held to. */
export const proofFields = {
  /** Patterns that the output must match, each on its own. */
  expect: z.array(pattern).default([]),
  /** Patterns that the output must not match. */
  not: z.array(pattern).default([]),
  /** Values taken from the output, by name: patterns with one group. Names are the lab's, so later steps can relate to them. */
  capture: z.record(id, capturePattern).default({}),
  /** What must be true of captured values, of this step and earlier ones: `inside = outside`. */
  relations: z
    .array(z.string().regex(relationPattern, 'must be like "a = b", "a != b", "a < 20" or "a < 0.5 * b"'))
    .default([]),
  /** What may differ between two runs: patterns that are masked before recording and new run are compared. */
  varies: z.array(pattern).default([]),
  /** Seconds without a byte of output after which the step counts as hung. */
  quiet: z.number().int().min(1).max(120).default(20),
};

/** A step that types one or more lines into the VM's terminal. */
export const runStep = z.strictObject({
  ...stepFields,
  ...proofFields,
  /** The lines, typed one after the other; each waits for the prompt (or the continuation prompt `>`) of the one before. */
  run: text.regex(
    /^[\n\u0020-\u007e]+$/,
    'must be plain ASCII without tabs: a shell takes a tab for a wish to complete',
  ),
  /** Exit code of the last line; `any` if it does not matter. */
  exit: z.union([z.number().int().min(0).max(255), z.literal('any')]).default(0),
  /**
   * What ends the step. `prompt`: the shell asks again. `panic`: the VM's kernel panics. `output`: every pattern of `expect` has been seen while the
   * command goes on in the foreground; a later step interrupts it.
   */
  ends: z.enum(['prompt', 'panic', 'output']).default('prompt'),
  /** The same on the reader's own Linux with Docker or Podman, where it exists: lines for a shell there. */
  docker: text.optional(),
});

/** A step that does something to the VM from outside, as a hypervisor would. */
const actStep = z.strictObject({
  ...stepFields,
  ...proofFields,
  /**
   * `save` keeps a snapshot of the whole VM, `restore` goes back to it (also after a panic), `restart` is a power cycle: memory is lost, the disk stays.
   * `interrupt` presses Ctrl+C.
   */
  act: z.enum(['save', 'restore', 'restart', 'interrupt']),
});

/** One step of a lab. */
const stepSchema = z.union([runStep, actStep]);

/** A lab: one file `content/labs/<id>.yml`. */
export const labSchema = z.strictObject({
  /** The file's name, and what `<Lab id>` asks for. */
  id,
  /** Title of the lab. */
  title: text,
  /** The question it answers. */
  question: text,
  /** Minutes it takes a reader who has never done it. */
  minutes: z.number().int().min(3).max(30),
  /** What a reader should know before, one sentence each, with links. */
  needs: z.array(text).default([]),
  /** Addresses of the pages that it proves. */
  proves: z
    .array(z.string().regex(/^\/([a-z0-9-]+\/)+(#[a-z0-9-]+)?$/, 'must be /section/page/ or /section/page/#id'))
    .default([]),
  /** Where this lab lies: what differs on real machines, one sentence each. */
  lies: z.array(text).min(1),
  /** The steps in their order. */
  steps: z.array(stepSchema).min(1),
});

/** One lab, as the code reads it. */
export type Lab = z.infer<typeof labSchema>;
/** One step of a lab. */
export type Step = z.infer<typeof stepSchema>;
/** A step that types into the terminal. */
export type RunStep = z.infer<typeof runStep>;
/** A step that acts on the VM from outside. */
export type ActStep = z.infer<typeof actStep>;
/** Name of a VM. */
export type VmName = z.infer<typeof vmName>;
