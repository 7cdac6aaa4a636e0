import { z } from 'astro/zod';
import { proofFields } from '#features/labs/index.ts';

/** An id: lower-case words joined by hyphens. */
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

/** Why something is not run here; the words of each are `commands.notRun.<reason>` in the interface's sentences. */
const notRun = z.enum([
  'windows',
  'mac',
  'vmware',
  'virtualBox',
  'cluster',
  'incus',
  'apptainer',
  'registry',
  'image',
  'clone',
]);

/** One command of a block: a line with a prompt. */
const command = z
  .strictObject({
    /** The command as the page has it, without its prompt. */
    run: z.string().min(1),
    /** What is run in its place, where the page's own words cannot be: a number that the reader puts in, for example. */
    instead: z.string().min(1).optional(),
    /** Patterns that the output must match or must not, values taken from it, and relations between them, as in a lab. */
    expect: proofFields.expect,
    not: proofFields.not,
    capture: proofFields.capture,
    relations: proofFields.relations,
    /** Exit code, or `any` if it does not matter. */
    exit: z.union([z.number().int().min(0).max(255), z.literal('any')]).default(0),
    /** How many lines of its output a page shows, where the rest adds nothing; all are recorded. */
    show: z.number().int().min(1).optional(),
    /** How many of its last lines a page shows too, after those that `show` counts and a sign for what is left out. */
    showLast: z.number().int().min(1).optional(),
    /** The reason why this line of a block that is run is left out. */
    notRun: notRun.optional(),
  })
  .refine(
    ({ expect, not, capture, exit, notRun }) =>
      notRun !== undefined || expect.length + not.length + Object.keys(capture).length > 0 || exit !== 'any',
    'promises nothing: give it `expect`, `not`, `capture` or an exit code',
  )
  .refine(({ show, showLast }) => showLast === undefined || show !== undefined, 'has `showLast` without `show`');

/** One block of commands on a page. */
export const blockSchema = z
  .strictObject({
    /** What `<Recorded id>` asks for. */
    id,
    /** Who runs it: `reader`, an ordinary user who may use Docker Engine and `sudo`, or `root`. */
    as: z.enum(['reader', 'root']).default('reader'),
    /** A line that is run first and shown nowhere: it does what the page tells its reader to do beforehand, such as to save a file. */
    before: z.string().min(1).optional(),
    /** Its commands in the order of the page. */
    commands: z.array(command).min(1).optional(),
    /** The reason why none of it is run. */
    notRun: notRun.optional(),
  })
  .refine(
    ({ commands, notRun }) => (commands === undefined) !== (notRun === undefined),
    'must have either `commands` or `notRun`',
  );

/** One block of commands, as the code reads it. */
export type Block = z.infer<typeof blockSchema>;
/** A command of a block. */
export type Command = z.infer<typeof command>;
