import { z } from 'astro/zod';
import { address, id, sourceIds, text } from './fields.ts';

/** How to see it on your own machine. */
const attempt = z.strictObject({
  /** The commands, one per line, with the prompt of the place: `$` or `>`. */
  run: text,
  /** Expected output. */
  shows: text,
});

/** A statement about one place, how to check it, and its sources. */
const cell = {
  /** One or two sentences; may contain inline Markdown. */
  says: text.max(340),
  /** How to check it, if there is something sensible to run. */
  try: attempt.optional(),
  /** Ids of the sources that support it, at least one. */
  sources: sourceIds,
};

/** A box of a diagram. The role determines its colour: yellow means a kernel and nothing else. */
const box = z.strictObject({
  /** Label. */
  text,
  /** Role of what the box shows. */
  role: z.enum(['app', 'container', 'vm', 'kernel', 'hw']),
  /** Whether this is the kernel that answers the container's system calls. */
  answers: z.boolean().default(false),
});

/** A labelled boundary around boxes. */
const frame = z.strictObject({
  /** Label. */
  name: text,
  /** Kind of boundary: a VM, or neutral. */
  side: z.enum(['vm', 'plain']),
  /** Rows of boxes, top row first. */
  rows: z.array(z.array(box).min(1)).min(1),
});

/** Rows of a diagram, top row first: each row runs on the one below it. */
const stack = z.array(z.array(z.union([box, frame])).min(1)).min(1);

/** A place where a container may run: an entry of `content/data/contexts.yml`. */
export const contextSchema = z
  .strictObject({
    /** Id of the place, and suffix of its scene's id, `runs-on-…`, on every page; must not change once published. */
    id,
    /** Name of the place, as shown in the switch. */
    name: text,
    /** What exactly runs there, in one sentence. */
    where: text,
    /** The kernel that answers system calls, as a phrase to use within a sentence. */
    kernel: text,
    /** The page that explains the place. */
    page: address,
    /** Whether the home page shows this place initially. */
    opensHome: z.boolean().default(false),
    /** The layers of the place. */
    stack,
    /** The place in general: which kernel answers, and how to see it. */
    answer: z.strictObject(cell),
    /** How each trait turns out in this place. */
    traits: z.array(
      z.strictObject({
        /** Id of the trait. */
        trait: id,
        /** Labels of the boxes and frames in `stack` that decide the trait in this place, according to its sources. */
        marks: z.array(text).min(1),
        ...cell,
      }),
    ),
  })
  .refine((context) => answering(context.stack).join() === 'kernel', {
    path: ['stack'],
    message: 'needs exactly one box with `answers: true`, and its role is kernel',
  });

/** A place where a container may run. */
export type Context = z.infer<typeof contextSchema>;
/** The layers of a place. */
export type Stack = z.infer<typeof stack>;
/** A box of a diagram. */
export type StackBox = z.infer<typeof box>;
/** A labelled boundary around boxes. */
export type StackFrame = z.infer<typeof frame>;

/** All boxes of a diagram, including those in frames. */
const boxesOf = (rows: Stack): StackBox[] =>
  rows.flat().flatMap((part) => ('rows' in part ? part.rows.flat() : [part]));

/** Roles of the boxes with `answers: true`. */
const answering = (rows: Stack): string[] =>
  boxesOf(rows)
    .filter(({ answers }) => answers)
    .map(({ role }) => role);

/** Labels of all boxes and frames of a diagram. */
export const partsOf = (rows: Stack): string[] => [
  ...boxesOf(rows).map((box) => box.text),
  ...rows.flat().flatMap((part) => ('rows' in part ? [part.name] : [])),
];

/** Label of the box with `answers: true`. */
export const answeringBox = (rows: Stack): string => boxesOf(rows).find(({ answers }) => answers)!.text;
