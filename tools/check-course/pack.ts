// npm pack: bundles the command into lib/, with the core and the messages that it shares with the site.
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Of all interface strings, only the messages of the check. */
function ownWords(): Record<string, string> {
  const all = JSON.parse(readFileSync(at('../../content/i18n/en.json'), 'utf8')) as Record<string, string>;
  return Object.fromEntries(Object.entries(all).filter(([key]) => /^check(?:Command)?\./.test(key)));
}

rmSync(at('lib'), { recursive: true, force: true });
mkdirSync(at('lib'));
// Bundled code keeps its licence.
copyFileSync(at('../../LICENSE'), at('lib/LICENSE'));
copyFileSync(at('../../node_modules/fastest-levenshtein/LICENSE.md'), at('lib/LICENSE-fastest-levenshtein'));
await build({
  entryPoints: [at('cli.ts')],
  outdir: at('lib'),
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  splitting: true,
  external: ['unpdf'],
  logLevel: 'warning',
  // The default site of the command.
  define: { 'process.env.SITE': JSON.stringify(process.env.SITE ?? '') },
  plugins: [
    {
      name: 'own-words',
      setup: ({ onLoad }) =>
        onLoad({ filter: /i18n\/en\.json$/ }, () => ({ contents: JSON.stringify(ownWords()), loader: 'json' })),
    },
  ],
});
