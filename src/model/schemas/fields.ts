import { z } from 'astro/zod';

/** Format of every id: lower-case ASCII words joined by hyphens. Lookups use the exact id, never the display text. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Id of an entry or a heading. */
export const id = z.string().regex(idPattern, 'must be lower-case words joined by hyphens');

/** Non-empty text; may contain inline Markdown (code, emphasis, links). */
export const text = z.string().trim().min(1);

/** An address of this site: a page (`/traits/isolation/`) or a section of one (`/traits/isolation/#attack-surface`). */
export const address = z
  .string()
  .regex(/^\/([a-z0-9-]+\/)*(#[a-z0-9-]+)?$/, 'must be /section/page/ or /section/page/#id');

/** Whether a text is a valid calendar day, written `YYYY-MM-DD`. Rejects days such as 31 June. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text);
}

/** A calendar day, written `YYYY-MM-DD`. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day written YYYY-MM-DD')
  .refine(isDay, { abort: true, error: ({ input }) => `${String(input)} is not a day of the calendar` });

/** Ids of entries in `sources.yml`. */
export const sourceIds = z.array(id).default([]);
