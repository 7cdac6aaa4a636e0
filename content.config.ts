import { defineCollection } from 'astro:content';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { messageSchema } from './src/model/i18n.ts';
import { pageFields } from './src/model/schemas/page.ts';

// Only what Starlight itself reads. src/model/ reads the files in content/data once, and keeps line numbers for error messages.
export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: pageFields }) }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema({ extend: messageSchema() }) }),
};
