import type { Framed } from '#features/share/index.ts';
import type { Diagram } from './read.ts';
import { slideSize } from './view.ts';

/** Metadata of the embed page of a drawing. */
export const framedDrawing = (id: string, { title, caption, accTitle }: Diagram): Framed => ({
  address: `/embed/${id}/`,
  title,
  description: caption,
  image: { address: `/d/${id}-slide.png`, alt: accTitle, size: slideSize },
});
