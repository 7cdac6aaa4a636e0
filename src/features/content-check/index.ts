import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { siteModel } from '#model/model.ts';
import { formatProblems } from '#shared/problem.ts';
import { checkAll } from './check-all.ts';

/**
 * Stops `astro build` when the content is not sound; `astro dev` only reports.
 * Astro itself logs dangling references and duplicate ids, and drops unknown front matter, without failing.
 */
export default function contentCheck(): AstroIntegration {
  let building = false;
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ command }) => {
        building = command === 'build';
      },
      'astro:config:done': ({ config, logger }) => {
        const root = fileURLToPath(config.root);
        const problems = checkAll(root, siteModel(root));
        if (problems.length === 0) return;
        const message = `the content is not sound\n${formatProblems(problems)}`;
        if (building) throw new Error(message);
        logger.warn(message);
      },
    },
  };
}
