import { z } from 'astro/zod';
import { address, id, sourceIds, text } from './fields.ts';

/** What to type to see it on one's own machine. */
const attempt = z.strictObject({
  /** The commands, a line each, with the prompt that the place has: `$` or `>`. */
  run: text,
  /** What they show. */
  shows: text,
});

/** What is said of one place: at most two sentences, what shows it, and where they come from. */
const cell = {
  /** One or two sentences; may hold inline Markdown. */
  says: text.max(340),
  /** What to type to see it, where there is something sensible to type. */
  try: attempt.optional(),
  /** Ids of the sources that it rests on, at least one. */
  sources: sourceIds,
};

/** One box of a drawing. Its role gives it its colour: yellow is a kernel and nothing else. */
const box = z.strictObject({
  /** Words in the box. */
  text,
  /** What it is. */
  role: z.enum(['app', 'container', 'vm', 'kernel', 'hw']),
  /** Whether this is the kernel that answers the container's system calls. */
  answers: z.boolean().default(false),
});

/** One boundary around boxes, which has a name. */
const frame = z.strictObject({
  /** Name of what it bounds. */
  name: text,
  /** What it bounds: a VM, or something without a side. */
  side: z.enum(['vm', 'plain']),
  /** Rows of boxes in it, the top one first. */
  rows: z.array(z.array(box).min(1)).min(1),
});

/** Rows of a drawing, the top one first: what stands on something runs on it. */
const stack = z.array(z.array(z.union([box, frame])).min(1)).min(1);

/** One place where a container may run: an entry of `content/data/contexts.yml`. */
export const contextSchema = z
  .strictObject({
    /** Id of the place, and the end of its scene's id on every page, `runs-on-…`; once published it stays. */
    id,
    /** Name of the place, as the switch has it. */
    name: text,
    /** What exactly runs there, as one sentence. */
    where: text,
    /** The kernel that answers, as part of a sentence. */
    kernel: text,
    /** The page that explains the place. */
    page: address,
    /** Whether the home page shows this place until the reader chooses one. */
    opensHome: z.boolean().default(false),
    /** The layers of the place. */
    stack,
    /** The place without a trait: which kernel answers, and how to see it. */
    answer: z.strictObject(cell),
    /** Each trait in this place. */
    traits: z.array(
      z.strictObject({
        /** Id of the trait. */
        trait: id,
        /** Words of the boxes and names of the frames of `stack` that decide the trait in this place, as its sources say. */
        marks: z.array(text).min(1),
        ...cell,
      }),
    ),
  })
  .refine((context) => answering(context.stack).join() === 'kernel', {
    path: ['stack'],
    message: 'needs exactly one box with `answers: true`, and its role is kernel',
  });

/** One place where a container may run. */
export type Context = z.infer<typeof contextSchema>;
/** The layers of a place. */
export type Stack = z.infer<typeof stack>;
/** One box of a drawing. */
export type StackBox = z.infer<typeof box>;
/** One boundary around boxes. */
export type StackFrame = z.infer<typeof frame>;

/** All boxes of a drawing, those in frames too. */
const boxesOf = (rows: Stack): StackBox[] =>
  rows.flat().flatMap((part) => ('rows' in part ? part.rows.flat() : [part]));

/** Roles of the boxes that answer. */
const answering = (rows: Stack): string[] =>
  boxesOf(rows)
    .filter(({ answers }) => answers)
    .map(({ role }) => role);

/** Words of all boxes and names of all frames of a drawing. */
export const partsOf = (rows: Stack): string[] => [
  ...boxesOf(rows).map((box) => box.text),
  ...rows.flat().flatMap((part) => ('rows' in part ? [part.name] : [])),
];

/** Words of the box that answers. */
export const answeringBox = (rows: Stack): string => boxesOf(rows).find(({ answers }) => answers)!.text;
