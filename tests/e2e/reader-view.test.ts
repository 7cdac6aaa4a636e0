import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { allAddresses } from '../support/test.ts';

// The library that is Firefox's reader view, run in a page over every other page.
const library = ['Readability.js', 'Readability-readerable.js']
  .map((file) => readFileSync(`node_modules/@mozilla/readability/${file}`, 'utf8'))
  .join('\n');

/** What a reader view loses of a page or adds to it, a line each. */
function readerFindings(page: Page, html: string, address: string): Promise<string[]> {
  return page.evaluate(
    ([source, text, at]) => {
      const { Readability, isProbablyReaderable } = new Function(
        `${source}; return { Readability, isProbablyReaderable };`,
      )() as {
        Readability: new (document: Document) => { parse(): { content: string; textContent: string } | null };
        isProbablyReaderable: (document: Document) => boolean;
      };
      const squeeze = (words: string | null) => (words ?? '').replace(/\s+/g, ' ').trim();
      const whole = new DOMParser().parseFromString(text, 'text/html');
      const found: string[] = [];
      const say = (what: string) => found.push(`${at}: ${what}`);
      if (!isProbablyReaderable(whole)) say('gets no reader view');
      const content = whole.querySelector('.sl-markdown-content')!;
      // What leads to a page is navigation, which a reader view may leave out; what is hidden until a form is answered is not read.
      const headings = [...content.querySelectorAll('h2, h3, h4')]
        .filter((heading) => !heading.closest('.backlinks, [hidden]'))
        .map((heading) => squeeze(heading.textContent));
      const names = [...content.querySelectorAll('tbody tr')].map((row) =>
        squeeze((row as HTMLTableRowElement).cells[0]!.textContent),
      );
      const tables = [...content.querySelectorAll('table')].map((table) => table.rows.length);
      const drawings = content.querySelectorAll('figure svg').length;
      const tips = [...content.querySelectorAll('[role=tooltip]')].map((tip) => {
        const words = tip.cloneNode(true) as Element;
        for (const bracket of words.querySelectorAll('[hidden]')) bracket.remove();
        return squeeze(words.textContent);
      });
      const read = new Readability(whole).parse();
      if (!read) return [...found, `${at}: has no article`];
      const article = new DOMParser().parseFromString(read.content, 'text/html').body;
      const kept = new Set(
        [...article.querySelectorAll('h1, h2, h3, h4')].map(({ textContent }) => squeeze(textContent)),
      );
      for (const heading of headings) if (!kept.has(heading)) say(`loses the heading "${heading}"`);
      const rows = [...article.querySelectorAll('table')].map((table) => table.rows.length);
      // A page that is one table comes as the words of its cells, in order.
      const words = squeeze(article.textContent);
      if (rows.length === 0 && tables.length === 1) {
        for (const name of names) if (!words.includes(name)) say(`loses the row "${name}"`);
      } else if (rows.join() !== tables.join()) say(`has tables of ${rows.join()} rows, not ${tables.join()}`);
      const shown = article.querySelectorAll('svg').length;
      if (shown < drawings) say(`keeps ${shown} of ${drawings} drawings`);
      if (article.querySelector('rect')) say('has a drawing with a <rect>, which a reader view gives no height');
      for (const tip of tips)
        if (tip && words.includes(tip)) say(`reads a definition inside its sentence: "${tip.slice(0, 40)}"`);
      if (/Section titled/.test(words)) say('repeats a heading beside its sign');
      return found;
    },
    [library, html, address] as const,
  );
}

test(
  'a reader view keeps every heading, table and drawing of every page, and puts no definition into a sentence',
  { tag: '@long' },
  async ({ page, request }) => {
    await page.goto('/robots.txt');
    const found: string[] = [];
    // The page of the search has nothing to read until somebody asks.
    for (const address of allAddresses.filter((one) => one !== '/search/')) {
      const html = await (await request.get(address)).text();
      found.push(...(await readerFindings(page, html, address)));
    }
    expect(found).toEqual([]);
  },
);

test('what a reader view would lose is told', async ({ page, request }) => {
  await page.goto('/robots.txt');
  const html = await (await request.get('/concepts/containers/')).text();
  const spoilt = html
    .replaceAll(' class="entry-title"', '')
    .replace('<h2 id="', '<h2 id="share-')
    .replace(/<section class="sl-heading-wrapper[\s\S]*?<\/section>/g, (sign) =>
      sign
        .replace('<section', '<div')
        .replace('</section>', '</div>')
        .replace('>#</a>', '>Section titled and so on</a>'),
    )
    .replace(/ role="tooltip"([^>]*) hidden/g, ' role="tooltip"$1')
    .replace(/<path d="M[^"]*" fill/, '<rect width="9" height="9" fill');
  const found = (await readerFindings(page, spoilt, '/a/')).join('\n');
  expect(found).toMatch(/\/a\/: loses the heading/);
  expect(found).toMatch(/\/a\/: reads a definition inside its sentence/);
  expect(found).toMatch(/\/a\/: has a drawing with a <rect>/);
});
