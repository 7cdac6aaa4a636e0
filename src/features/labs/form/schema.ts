import { z } from 'astro/zod';
import { pictureEvent } from './picture-schema.ts';
import { relationPattern } from './step.ts';

/** An id: lower-case words joined by hyphens, compared literally. */
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

/** Prose with inline Markdown (code, emphasis, links). */
const text = z.string().trim().min(1);

/** Whether `source` compiles as a regular expression with the flags that the runner uses. */
function compiles(source: string): boolean {
  try {
    new RegExp(source, 'm');
    return true;
  } catch {
    return false;
  }
}

/** A regular expression with the flag `m`: `^` and `$` match at the ends of lines. */
const pattern = z.string().min(1).refine(compiles, 'must be a regular expression');

/** Number of capturing groups in a pattern. */
const groups = (source: string) => new RegExp(`${source}|`, 'm').exec('')!.length - 1;

/** A pattern with exactly one group, which is the value. */
const capturePattern = pattern.refine(
  (source) => compiles(source) && groups(source) === 1,
  'must have exactly one group, the value',
);

/** Name of one of the two VMs. `vm2` is started by the first step that uses it. */
const vmName = z.enum(['vm1', 'vm2']);

/** A question to the reader before the step runs. */
const prediction = z
  .strictObject({
    /** The question. */
    ask: text,
    /** Two to four answers to choose from. */
    choices: z.array(text).min(2).max(4),
    /** Number of the right answer, counted from 1. */
    right: z.number().int().min(1),
  })
  .refine(({ choices, right }) => right <= choices.length, {
    path: ['right'],
    message: 'is more than there are choices',
  });

/** Fields of every step. */
const stepFields = {
  /** Id of the step, unique within its lab; part of addresses and recordings. */
  id,
  /** Short name of the step, for the list and for progress as screen readers announce it. */
  title: text,
  /** Asked before the step can be run. */
  predict: prediction.optional(),
  /** What to know before running it: what the command does and why. */
  say: text.optional(),
  /** What there was to see, shown once the step is done. */
  saw: text.optional(),
  /** VM to run it on. */
  on: vmName.default('vm1'),
  /** Changes of the picture once the step is done. */
  picture: z.array(pictureEvent).default([]),
};

/** Expectations for the output of a step. */
export const proofFields = {
  /** Patterns that the output must match, each independently. */
  expect: z.array(pattern).default([]),
  /** Patterns that the output must not match. */
  not: z.array(pattern).default([]),
  /** Values captured from the output, by name: patterns with one group. Names belong to the lab, so that later steps can relate to them. */
  capture: z.record(id, capturePattern).default({}),
  /** Conditions on captured values, of this step and earlier ones: `inside = outside`. */
  relations: z
    .array(z.string().regex(relationPattern, 'must be like "a = b", "a != b", "a < 20" or "a < 0.5 * b"'))
    .default([]),
  /** Patterns for what may differ between two runs. Masked before a recording and a new run are compared. */
  varies: z.array(pattern).default([]),
  /** Seconds without output after which the step counts as hung. */
  quiet: z.number().int().min(1).max(120).default(20),
};

/** A step that types one or more lines into the VM's terminal. */
export const runStep = z.strictObject({
  ...stepFields,
  ...proofFields,
  /** The lines to type, one after the other; each waits for the prompt (or the continuation prompt `>`) of the one before. */
  run: text.regex(/^[\n\u0020-\u007e]+$/, 'must be plain ASCII without tabs: a shell treats a tab as completion'),
  /** Expected exit code of the last line, or `any`. */
  exit: z.union([z.number().int().min(0).max(255), z.literal('any')]).default(0),
  /**
   * What ends the step. `prompt`: the shell prompts again. `panic`: the VM's kernel panics. `output`: every pattern of `expect` has matched while the
   * command continues in the foreground; a later step interrupts it.
   */
  ends: z.enum(['prompt', 'panic', 'output']).default('prompt'),
  /** Equivalent commands for the reader's own Linux with Docker or Podman, where there are any. */
  docker: text.optional(),
});

/** A step that acts on the VM from outside, as a hypervisor would. */
const actStep = z.strictObject({
  ...stepFields,
  ...proofFields,
  /**
   * `save` takes a snapshot of the whole VM, `restore` returns to it (also after a panic), `restart` is a power cycle: memory is lost, the disk is
   * kept.
   * `interrupt` presses Ctrl+C.
   */
  act: z.enum(['save', 'restore', 'restart', 'interrupt']),
});

/** One step of a lab. */
const stepSchema = z.union([runStep, actStep]);

/** A lab: one file `content/labs/<id>.yml`. */
export const labSchema = z.strictObject({
  /** Name of the file without its extension, and id for `<Lab id>`. */
  id,
  /** Title of the lab. */
  title: text,
  /** The question it answers. */
  question: text,
  /** Minutes that a reader needs who has never done it. */
  minutes: z.number().int().min(3).max(30),
  /** What a reader should know beforehand, one sentence each, with links. */
  needs: z.array(text).default([]),
  /** Addresses of the pages whose claims it proves. */
  proves: z
    .array(z.string().regex(/^\/([a-z0-9-]+\/)+(#[a-z0-9-]+)?$/, 'must be /section/page/ or /section/page/#id'))
    .default([]),
  /** Limits of this lab: what differs on real machines, one sentence each. */
  lies: z.array(text).min(1),
  /** The steps in order. */
  steps: z.array(stepSchema).min(1),
});

/** A validated lab. */
export type Lab = z.infer<typeof labSchema>;
/** A validated step of a lab. */
export type Step = z.infer<typeof stepSchema>;
/** A step that types into the terminal. */
export type RunStep = z.infer<typeof runStep>;
/** A step that acts on the VM from outside. */
export type ActStep = z.infer<typeof actStep>;
/** Name of a VM. */
export type VmName = z.infer<typeof vmName>;
