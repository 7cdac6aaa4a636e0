import { defineCollection } from 'astro:content';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { messageSchema } from './src/model/i18n.ts';
import { pageFields } from './src/model/schemas/page.ts';

// Only what Starlight itself reads. The data below content/data is read by src/model/, once and with the line of every fault.
export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: pageFields }) }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema({ extend: messageSchema() }) }),
};
