import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { locale, readMessages } from '#model/i18n.ts';

const prefix = 'virtual:i18n/';
const messageModule = fileURLToPath(new URL('../../shared/message.ts', import.meta.url));

/** Source of a browser module with the sentences whose keys start with the name of a group. */
function groupModule(group: string): string {
  const strings = Object.entries(readMessages()).filter(([key]) => key.startsWith(`${group}.`));
  if (strings.length === 0)
    throw new Error(`No sentence of content/i18n/${locale}.json has a key that begins with "${group}.".`);
  // Each group imports its own copy: a shared module would become a file of its own, and an additional request before any of them runs.
  return `import { translator } from ${JSON.stringify(`${messageModule}?${group}`)};
export const strings = ${JSON.stringify(Object.fromEntries(strings))};
export const t = /* @__PURE__ */ translator(strings, ${JSON.stringify(locale)});`;
}

/**
 * Provides interface strings to components (`Astro.locals.t`) and to browser scripts (`virtual:i18n/<group>`). Reads the file once before the build,
 * which fails if a string is missing.
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
