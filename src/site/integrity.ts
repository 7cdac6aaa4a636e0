import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkContent } from '../lib/content/check.ts';
import { siteModel } from '../lib/exports/model.ts';
import { checkLinkData } from '../lib/links/check-all.ts';
import { formatProblems } from '../lib/problem.ts';
import { checkDiagrams } from '../lib/diagrams/check.ts';
import { generatedAddresses } from './routes.ts';

/**
 * Stops `astro build` when the content is not sound; `astro dev` only tells.
 * Astro itself logs dangling references and duplicate ids, and drops unknown front matter, without failing.
 */
export function contentIntegrity(): AstroIntegration {
  return {
    name: 'content-integrity',
    hooks: {
      'astro:config:done': ({ config, logger }) => {
        const root = fileURLToPath(config.root);
        const site = siteModel(root);
        const problems = [
          ...checkContent(site),
          ...checkDiagrams(root),
          ...checkLinkData(root, site, generatedAddresses),
        ];
        if (problems.length === 0) return;
        const message = `the content is not sound\n${formatProblems(problems)}`;
        if (process.argv.includes('build')) throw new Error(message);
        logger.warn(message);
      },
    },
  };
}
