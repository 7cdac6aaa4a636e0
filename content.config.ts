import { defineCollection } from 'astro:content';
import { file } from 'astro/loaders';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { schemas, type CollectionName } from './src/schemas/index.ts';
import { shortLinkSchema } from './src/schemas/short-link.ts';
import { pageFields } from './src/schemas/page.ts';

/** A data file as a collection. Astro sorts entries by id, so each carries its place in the file, which is the author's order. */
const data = <C extends CollectionName>(name: C) =>
  defineCollection({
    loader: file(`content/data/${name}.yml`, {
      parser: (text) => (parse(text) as object[]).map((entry, order) => ({ ...entry, order })) as never,
    }),
    schema: (schemas[name] as z.ZodObject).extend({ order: z.number() }),
  });

/** Short links by their word, which Astro wants to find as an id. */
const shortLinks = defineCollection({
  loader: file('content/data/short-links.yml', {
    parser: (text) => (parse(text) as { word: string }[]).map((entry) => ({ ...entry, id: entry.word })) as never,
  }),
  schema: shortLinkSchema.extend({ id: z.string() }),
});

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: pageFields }) }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
  sources: data('sources'),
  numbers: data('numbers'),
  glossary: data('glossary'),
  traits: data('traits'),
  statements: data('statements'),
  systems: data('systems'),
  'use-cases': data('use-cases'),
  misconceptions: data('misconceptions'),
  questions: data('questions'),
  symptoms: data('symptoms'),
  contradictions: data('contradictions'),
  history: data('history'),
  changes: data('changes'),
  'short-links': shortLinks,
};
