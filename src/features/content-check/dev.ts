import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AstroIntegrationLogger, HookParameters } from 'astro';
import { contentChanged } from '#model/once-read.ts';
import { siteModel } from '#model/model.ts';
import { navigationFile } from '#model/navigation.ts';
import { counted, formatProblems, type Problem } from '#shared/problem.ts';
import { checkAll } from './check-all.ts';

type Server = HookParameters<'astro:server:setup'>['server'];

/** How long to wait for further changes: editors and git write several files at once. In milliseconds. */
const quiet = 150;
/** More problems than this are counted in the overlay and listed in the terminal. */
const mostShown = 12;
/** Lines of the author's file that the overlay shows above and below the one that is wrong. */
const context = 3;

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Whether a reload follows a change of a file by itself: Astro reloads pages of `content/docs`, and starts anew with another navigation. */
const reloadsItself = (file: string) => /^content\/docs\/.*\.mdx?$/.test(file) || file === navigationFile;

/**
 * Watches the content while an author writes: what is read of it is read anew, what is wrong with it is shown in the browser's overlay with
 * the author's file and line, and taken back once it is fixed.
 * @param root folder of the project
 * @param found the problems that are known already
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
  // A page that fails on wrong content names the line of our code. The content's own problem is the cause, so it is shown instead.
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
      logger.warn(`the content is not sound\n${formatProblems(problems)}`);
      send(overlay(root, problems));
    } else if (had) logger.info('the content is sound again');
    if (problems.length === 0 && (had || mustReload)) send({ type: 'full-reload' });
    mustReload = false;
  };
  server.watcher.on('all', (event, full) => {
    const file = path.relative(root, full).split(path.sep).join('/');
    // Code that reads the content may make something else of it now.
    if (file.startsWith('src/')) contentChanged();
    if (!file.startsWith('content/') || event === 'addDir' || event === 'unlinkDir') return;
    // At once, since whoever asks for a page now is to get what stands in the file now.
    contentChanged();
    mustReload ||= !reloadsItself(file);
    clearTimeout(timer);
    timer = setTimeout(check, quiet);
  });
}

/** What Astro's overlay shows: all problems as text, and the place of the first in the author's file. */
export function overlay(root: string, problems: readonly Problem[]): object {
  const [first] = problems;
  const shown = problems.slice(0, mostShown);
  const rest = problems.length - shown.length;
  const message = `${formatProblems(shown).replace(/\n[^\n]*$/, '')}${rest > 0 ? `\nand ${counted(rest, 'more problem')}: see the terminal` : ''}`;
  const file = path.join(root, first?.file ?? '');
  const html = `<span style="white-space: pre-wrap">${escape(message)}</span>`;
  const err = {
    name: 'content-check',
    title: `The content is not sound: ${counted(problems.length, 'problem')}`,
    message: html,
    hint: escape(first?.fix ?? ''),
    stack: message,
    loc: { file, line: first?.line, column: undefined },
    highlightedCode: excerpt(file, first?.line ?? 1),
  };
  // The mark tells Astro's development server that this is for its own overlay, and to be passed on as it is.
  return { type: 'error', __isEnhancedAstroErrorPayload: true, err };
}

/** The lines around the one that is wrong, in the form that Astro's overlay scrolls to. */
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
    .map((text, index) => `<span class="line${from + index + 1 === line ? ' error-line' : ''}">${escape(text)}</span>`);
  return `<pre><code>${rows.join('\n')}</code></pre>`;
}
