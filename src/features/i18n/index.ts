import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { locale, readMessages } from '#model/i18n.ts';

const prefix = 'virtual:i18n/';
const messageModule = fileURLToPath(new URL('../../shared/message.ts', import.meta.url));

/** The sentences whose keys begin with a group's name, as a module for the browser: whoever imports it brings only those. */
function groupModule(group: string): string {
  const strings = Object.entries(readMessages()).filter(([key]) => key.startsWith(`${group}.`));
  if (strings.length === 0)
    throw new Error(`No sentence of content/i18n/${locale}.json has a key that begins with "${group}.".`);
  // A copy for each group: one module for all would be a file of its own, and so one more request before each of them runs.
  return `import { translator } from ${JSON.stringify(`${messageModule}?${group}`)};
export const strings = ${JSON.stringify(Object.fromEntries(strings))};
export const t = /* @__PURE__ */ translator(strings, ${JSON.stringify(locale)});`;
}

/**
 * Sentences of the interface for components (`Astro.locals.t`) and for scripts (`virtual:i18n/<group>`).
 * Reads the file once before the build, which stops when a sentence is missing.
 */
export default function i18n(): AstroIntegration {
  return {
    name: 'i18n',
    hooks: {
      'astro:config:setup': ({ addMiddleware, updateConfig }) => {
        readMessages();
        addMiddleware({ entrypoint: new URL('middleware.ts', import.meta.url), order: 'post' });
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'i18n',
                resolveId: (id: string) => (id.startsWith(prefix) ? `\0${id}` : undefined),
                load: (id: string) =>
                  id.startsWith(`\0${prefix}`) ? groupModule(id.slice(prefix.length + 1)) : undefined,
              },
            ],
          },
        });
      },
    },
  };
}
