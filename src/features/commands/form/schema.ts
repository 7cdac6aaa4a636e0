import { z } from 'astro/zod';
import { proofFields } from '#features/labs/index.ts';

/** An id: lower-case words joined by hyphens. */
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

/** Reasons for not running something here. Each has a text, `commands.notRun.<reason>`, in the interface strings. */
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
    /** The command as on the page, without its prompt. */
    run: z.string().min(1),
    /** What to run instead, where the page's own command cannot be run, for example because the reader has to fill in a number. */
    instead: z.string().min(1).optional(),
    /** Patterns that the output must or must not match, values captured from it, and relations between them, as in a lab. */
    expect: proofFields.expect,
    not: proofFields.not,
    capture: proofFields.capture,
    relations: proofFields.relations,
    /** Expected exit code, or `any`. */
    exit: z.union([z.number().int().min(0).max(255), z.literal('any')]).default(0),
    /** Number of output lines to show on a page, where the rest adds nothing. All lines are recorded. */
    show: z.number().int().min(1).optional(),
    /** Number of last lines to show as well, after those of `show` and an ellipsis. */
    showLast: z.number().int().min(1).optional(),
    /** Why this line is not run, in a block whose other lines are. */
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
    /** Id for `<Recorded id>`. */
    id,
    /** User to run it as: `reader`, an ordinary user who may use Docker Engine and `sudo`, or `root`. */
    as: z.enum(['reader', 'root']).default('reader'),
    /** A line to run first and show nowhere. Does what the page asks readers to do beforehand, such as saving a file. */
    before: z.string().min(1).optional(),
    /** Its commands, in the order of the page. */
    commands: z.array(command).min(1).optional(),
    /** Why none of it is run. */
    notRun: notRun.optional(),
  })
  .refine(
    ({ commands, notRun }) => (commands === undefined) !== (notRun === undefined),
    'must have either `commands` or `notRun`',
  );

/** A validated block of commands. */
export type Block = z.infer<typeof blockSchema>;
/** A validated command of a block. */
export type Command = z.infer<typeof command>;
