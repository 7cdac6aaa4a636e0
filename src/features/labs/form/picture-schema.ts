import { z } from 'astro/zod';

/** Id of a box. `tab`, `vm1` and `vm2` are there from the start (`vm2` once its VM has started). */
const box = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
/** A few plain words on a box or an arrow. */
const label = z.string().trim().min(1).max(40);

/** What a box can be; each has one look in the drawing language. */
const boxKinds = ['container', 'process', 'layer', 'disk', 'network', 'snapshot'] as const;

/** How a box can stand. `plain` takes a mark back. */
export const marks = ['plain', 'limited', 'killed', 'panic', 'refused', 'saved'] as const;

/** One change of the picture. */
export const pictureEvent = z.union([
  /** A box grows inside another one, or inside the VM that the step runs on. */
  z.strictObject({ add: box, kind: z.enum(boxKinds), in: box.optional(), label }),
  /** A box goes, with all that is in it. */
  z.strictObject({ remove: box }),
  /** A box changes its look: a limit on it, killed, a kernel in panic; `label` says it in words. */
  z.strictObject({ mark: box, as: z.enum(marks), label: label.optional() }),
  /** The mark "you are here" moves into a box. */
  z.strictObject({ here: box }),
  /** Something is sent from one box to the other: an arrow with words. */
  z.strictObject({ arrow: box, to: box, label }),
]);

/** One change of the picture. */
export type PictureEvent = z.infer<typeof pictureEvent>;
/** What a box is. */
export type BoxKind = (typeof boxKinds)[number];
/** How a box stands. */
export type Mark = (typeof marks)[number];
