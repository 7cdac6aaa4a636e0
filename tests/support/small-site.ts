import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkLinkData } from '#features/permalinks/check.ts';
import { writeRedirectPages } from '#features/permalinks/redirects/write.ts';
import { verifyLinks } from '#features/permalinks/verify/verify.ts';
import { headersFile } from '#features/security/headers-file.ts';
import { readLinks } from '#features/permalinks/redirects/read.ts';
import { loadPages } from '#model/pages.ts';
import { loadSite } from '#model/load.ts';
import { formatProblems } from '#shared/problem.ts';
import { startHistory } from './git.ts';

/** A copy of the fixture with a git history of its own, which a test may break. */
export interface SmallSite {
  root: string;
  dist: string;
  /** Replaces text in a file of the copy; fails when it is not there. */
  edit(file: string, from: string | RegExp, to: string): void;
  /** Builds and verifies; all problems as one text. */
  verify(base?: string): string;
  /** What the check without a build says. */
  check(): string;
  remove(): void;
}

/** Makes a {@link SmallSite}, with its first state committed on `main`. */
export function smallSite(): SmallSite {
  const root = mkdtempSync(path.join(tmpdir(), 'small-site-'));
  const dist = path.join(root, 'dist');
  cpSync('tests/fixtures/links', root, { recursive: true });
  startHistory(root);
  return {
    root,
    dist,
    edit(file, from, to) {
      const before = readFileSync(path.join(root, file), 'utf8');
      const after = before.replace(from, to);
      if (after === before) throw new Error(`${file} does not hold ${String(from)}`);
      writeFileSync(path.join(root, file), after);
    },
    verify(base = '/') {
      build(root, dist, base);
      return formatProblems(verifyLinks(root, dist, base).problems);
    },
    check() {
      const sidebar = loadPages(root).map(({ address }) => address);
      const generated = ['/', '/topics/'];
      return formatProblems(
        checkLinkData(root, loadSite(root, { sidebar, generated, today: '2026-01-01' }), generated),
      );
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}

/** The least that a build does: a page for each source, and the links. */
export function build(root: string, dist: string, base: string): void {
  rmSync(dist, { recursive: true, force: true });
  for (const { address, frontMatter, headings } of loadPages(root)) {
    const folder = path.join(dist, address);
    const body = headings.map(({ depth, id, text }) => `<h${depth} id="${id!}">${text}</h${depth}>`).join('');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      path.join(folder, 'index.html'),
      `<!DOCTYPE html><html lang="en"><head><title>${String(frontMatter.title)} | Site</title><meta property="og:title" content="${String(frontMatter.title)}"/><meta name="description" content="${String(frontMatter.description)}"/></head><body><main>${body}<footer></footer></main></body></html>`,
    );
  }
  writeRedirectPages(dist, readLinks(root), base);
  writeFileSync(path.join(dist, '_headers'), headersFile({ 'default-src': ["'self'"] }, base, ['_astro']));
}
