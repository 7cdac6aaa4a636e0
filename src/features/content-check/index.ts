import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { siteModel } from '#model/model.ts';
import { navigationFile } from '#model/navigation.ts';
import { formatProblems, type Problem } from '#shared/problem.ts';
import { checkAll } from './check-all.ts';
import { watchContent } from './dev.ts';

/**
 * Makes `astro build` fail on invalid content. `astro dev` reports problems in the terminal and in the browser while it runs.
 * Astro itself only logs dangling references and duplicate ids, and silently drops unknown front matter.
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
        // Starlight reads the sidebar with the configuration, so the server has to restart when the navigation changes.
        if (command === 'dev') addWatchFile(new URL(navigationFile, config.root));
      },
      'astro:config:done': ({ config, logger }) => {
        root = fileURLToPath(config.root);
        problems = checkAll(root, siteModel(root));
        if (problems.length === 0) return;
        const message = `invalid content\n${formatProblems(problems)}`;
        if (building) throw new Error(message);
        logger.warn(message);
      },
      'astro:server:setup': ({ server, logger }) => watchContent(server, root, logger, problems),
    },
  };
}
