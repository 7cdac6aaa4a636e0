import type { AstroIntegration } from 'astro';

/** The labs: a VM in the page. The bundler makes one module of the worker, and addresses of the machine's files, wherever a page asks for them. */
export default function labs(): AstroIntegration {
  return {
    name: 'labs',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        // A worker that is no module could not import the emulator.
        updateConfig({ vite: { worker: { format: 'es' } } });
      },
    },
  };
}
