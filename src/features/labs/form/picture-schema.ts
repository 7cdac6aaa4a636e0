import { z } from 'astro/zod';

/** Id of a box. `tab`, `vm1` and `vm2` exist from the start (`vm2` once its VM has started). */
const box = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
/** A short label of a box or an arrow. */
const label = z.string().trim().min(1).max(40);

/** Kinds of box, each with one look in the drawings. */
const boxKinds = ['container', 'process', 'layer', 'disk', 'network', 'snapshot'] as const;

/** Marks of a box. `plain` removes a mark. */
export const marks = ['plain', 'limited', 'killed', 'panic', 'refused', 'saved'] as const;

/** One change of the picture. */
export const pictureEvent = z.union([
  /** Adds a box inside another one, or inside the VM that the step runs on. */
  z.strictObject({ add: box, kind: z.enum(boxKinds), in: box.optional(), label }),
  /** Removes a box, with everything inside it. */
  z.strictObject({ remove: box }),
  /** Changes the look of a box: limited, killed, a kernel in panic; `label` says it in words. */
  z.strictObject({ mark: box, as: z.enum(marks), label: label.optional() }),
  /** Moves the mark "you are here" into a box. */
  z.strictObject({ here: box }),
  /** Adds an arrow with a label: one box sends something to the other. */
  z.strictObject({ arrow: box, to: box, label }),
]);

/** One change of the picture. */
export type PictureEvent = z.infer<typeof pictureEvent>;
/** Kind of a box. */
export type BoxKind = (typeof boxKinds)[number];
/** Mark of a box. */
export type Mark = (typeof marks)[number];
