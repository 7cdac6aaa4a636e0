import type { AstroIntegration } from 'astro';

export { judge, type Captures } from './form/judge.ts';
export { labCommands } from './form/load.ts';
export { proofFields } from './form/schema.ts';
export { wordFault } from './record/check.ts';
export { checkLabs } from './record/check-all.ts';

/** Adds an embed page for each lab below `/embed/labs/`, and its oEmbed description below `/oembed/labs/`. */
export default function labs(): AstroIntegration {
  return {
    name: 'labs',
    hooks: {
      'astro:config:setup': ({ injectRoute, updateConfig }) => {
        injectRoute({ pattern: '/embed/labs/[lab]', entrypoint: new URL('./routes/embed.astro', import.meta.url) });
        injectRoute({ pattern: '/oembed/labs/[lab].json', entrypoint: new URL('./routes/oembed.ts', import.meta.url) });
        // Bundle the worker as a module: a classic one could not import the emulator.
        updateConfig({ vite: { worker: { format: 'es' } } });
      },
    },
  };
}
