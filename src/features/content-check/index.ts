import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { siteModel } from '#model/model.ts';
import { navigationFile } from '#model/navigation.ts';
import { formatProblems, type Problem } from '#shared/problem.ts';
import { checkAll } from './check-all.ts';
import { watchContent } from './dev.ts';

/**
 * Stops `astro build` when the content is not sound; `astro dev` reports, in the terminal and in the browser, for as long as it runs.
 * Astro itself logs dangling references and duplicate ids, and drops unknown front matter, without failing.
 */
export default function contentCheck(): AstroIntegration {
  let building = false;
  let root = '';
  let problems: Problem[] = [];
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ command, config, addWatchFile }) => {
        building = command === 'build';
        // Starlight takes the sidebar with the configuration, so a new order needs the server to start anew: it then does by itself.
        if (command === 'dev') addWatchFile(new URL(navigationFile, config.root));
      },
      'astro:config:done': ({ config, logger }) => {
        root = fileURLToPath(config.root);
        problems = checkAll(root, siteModel(root));
        if (problems.length === 0) return;
        const message = `the content is not sound\n${formatProblems(problems)}`;
        if (building) throw new Error(message);
        logger.warn(message);
      },
      'astro:server:setup': ({ server, logger }) => watchContent(server, root, logger, problems),
    },
  };
}
