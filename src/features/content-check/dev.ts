import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AstroIntegrationLogger, HookParameters } from 'astro';
import { contentChanged } from '#model/once-read.ts';
import { siteModel } from '#model/model.ts';
import { navigationFile } from '#model/navigation.ts';
import { escapeHtml } from '#shared/html.ts';
import { counted, formatProblems, type Problem } from '#shared/problem.ts';
import { checkAll } from './check-all.ts';

type Server = HookParameters<'astro:server:setup'>['server'];

/** Debounce delay in ms: editors and git write several files at once. */
const quiet = 150;
/** Number of problems shown in the overlay. The rest is only counted there; the terminal lists all. */
const mostShown = 12;
/** Lines of context that the overlay shows above and below the faulty line. */
const context = 3;

/** Whether Astro reloads on its own when this file changes: it does for pages in `content/docs`, and restarts when the navigation changes. */
const reloadsItself = (file: string) => /^content\/docs\/.*\.mdx?$/.test(file) || file === navigationFile;

/**
 * Watches the content during development. When a file changes, clears the cache and checks everything again; problems are shown in the browser's
 * overlay, with the author's file and line, until they are fixed.
 * @param root project root
 * @param found problems that are already known
 */
export function watchContent(
  server: Server,
  root: string,
  logger: AstroIntegrationLogger,
  found: readonly Problem[],
): void {
  const { hot } = server.environments.client;
  let problems = found;
  let timer: NodeJS.Timeout | undefined;
  let mustReload = false;
  const send = hot.send.bind(hot) as (payload: unknown) => void;
  // If invalid content makes a page fail, the error points to our code. Show the content's own problem instead, because that is the cause.
  (hot as { send: typeof send }).send = (payload) => {
    const isError = (payload as { type?: unknown } | null)?.type === 'error';
    send(isError && problems.length > 0 ? overlay(root, problems) : payload);
  };
  hot.on('vite:client:connect', () => {
    if (problems.length > 0) send(overlay(root, problems));
  });

  const check = () => {
    const had = problems.length > 0;
    problems = checkAll(root, siteModel(root));
    if (problems.length > 0) {
      logger.warn(`invalid content\n${formatProblems(problems)}`);
      send(overlay(root, problems));
    } else if (had) logger.info('the content is valid again');
    if (problems.length === 0 && (had || mustReload)) send({ type: 'full-reload' });
    mustReload = false;
  };
  server.watcher.on('all', (event, full) => {
    const file = path.relative(root, full).split(path.sep).join('/');
    // Code that reads the content may now produce a different result.
    if (file.startsWith('src/')) contentChanged();
    if (!file.startsWith('content/') || event === 'addDir' || event === 'unlinkDir') return;
    // Immediately, so that a page requested before the check runs already has the new content.
    contentChanged();
    mustReload ||= !reloadsItself(file);
    clearTimeout(timer);
    timer = setTimeout(check, quiet);
  });
}

/** Payload for Astro's error overlay: all problems as text, with the location of the first in the author's file. */
export function overlay(root: string, problems: readonly Problem[]): object {
  const [first] = problems;
  const shown = problems.slice(0, mostShown);
  const rest = problems.length - shown.length;
  const message = `${formatProblems(shown).replace(/\n[^\n]*$/, '')}${rest > 0 ? `\nand ${counted(rest, 'more problem')}: see the terminal` : ''}`;
  const file = path.join(root, first?.file ?? '');
  const html = `<span style="white-space: pre-wrap">${escapeHtml(message)}</span>`;
  const err = {
    name: 'content-check',
    title: `Invalid content: ${counted(problems.length, 'problem')}`,
    message: html,
    hint: escapeHtml(first?.fix ?? ''),
    stack: message,
    loc: { file, line: first?.line, column: undefined },
    highlightedCode: excerpt(file, first?.line ?? 1),
  };
  // This flag tells Astro's development server to pass the payload on to its own overlay unchanged.
  return { type: 'error', __isEnhancedAstroErrorPayload: true, err };
}

/** The lines around the faulty one, as HTML with the class that Astro's overlay scrolls to. */
function excerpt(file: string, line: number): string {
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').split(/\r?\n/);
  } catch {
    return '';
  }
  const from = Math.max(0, line - 1 - context);
  const rows = lines
    .slice(from, line + context)
    .map(
      (text, index) => `<span class="line${from + index + 1 === line ? ' error-line' : ''}">${escapeHtml(text)}</span>`,
    );
  return `<pre><code>${rows.join('\n')}</code></pre>`;
}
