import { markdownToHtml, mdxToJs, type HastPluginDefinition } from 'satteri';
import { describe, expect, test } from 'vitest';
import { bindCites, days, internalLinks, ownHost, longCode } from '#markdown/index.ts';
import { tables } from '#markdown/tables.ts';

const html = async (source: string, ...hastPlugins: HastPluginDefinition[]) =>
  (await markdownToHtml(source, { hastPlugins })).html.replaceAll('\n', '');
/** What a page with components becomes: calls that make its elements, in one line. */
const calls = async (source: string, ...hastPlugins: HastPluginDefinition[]) =>
  (await mdxToJs(source, { hastPlugins })).code.replace(/\s+/g, ' ');

const table = '| One | Other |\n| --- | --- |\n| 2026-01-01 | on 2026-01-01 |\n';

describe('a table', () => {
  test('takes the bold line above it as its caption, with what is marked in it', async () => {
    const made = await html(`Before.\n\n**All of \`x\`, [here](/a/)**\n\n${table}`, tables);
    expect(made).toContain('<p>Before.</p><section class="scroller" tabindex="0" aria-label="All of x, here"><table>');
    expect(made).toContain('<caption>All of <code>x</code>, <a href="/a/">here</a></caption>');
    expect(made).not.toContain('<strong>');
  });

  test('takes the sources behind the bold line along', async () => {
    const made = await calls(`**All** <Cite id="s" /> <Cite id="t" />\n\n${table}`, bindCites, tables);
    expect(made).toContain(
      '_components.caption, { children: [ "All", _jsx(Cite, { id: "s" }), _jsx(Cite, { id: "t" }) ] }',
    );
    expect(made).not.toContain('_components.p');
  });

  test.each(['A sentence.', '**Bold** and more', '**Bold**\n\nA sentence.', '**Bold**\n\n---'])(
    'takes nothing else, and leaves it where it is: %s',
    async (above) => {
      const made = await html(`${above}\n\n${table}`, tables);
      expect(made).not.toContain('<caption>');
      expect(made).toContain('aria-label="Table"');
      expect(made.includes('<strong>Bold</strong>')).toBe(above.includes('**'));
    },
  );

  test.each([
    ['of three columns with short words stays one', ['One', 'Other', 'Third'], false],
    ['of four columns', ['One', 'Other', 'Third', 'Last'], true],
    ['of three columns with long words', ['Overcommitment', 'paravirtualization', 'One'], true],
    ['of code that no line can break', ['One', '`net.ipv4.ip_unprivileged_port_start`', 'Third'], true],
    [
      'of words that break at their hyphens stays one',
      ['hardware-assisted', 'read-only-again', 'one-two-three'],
      false,
    ],
  ])('%s, and becomes cards on a phone if it is wider', async (_, cells, cards) => {
    const row = `| ${cells.join(' | ')} |`;
    const made = await html(
      `| ${cells.map(() => 'Head').join(' | ')} |\n|${' --- |'.repeat(cells.length)}\n${row}\n`,
      tables,
    );
    expect(made.includes('<table class="cards">')).toBe(cards);
    expect(made.includes('data-label="Head"')).toBe(cards);
  });

  test('behind a drawing takes no bold line from above the drawing', async () => {
    const made = await calls(`**Bold**\n\n<Diagram id="d" />\n\n${table}`, tables);
    expect(made).not.toContain('_components.caption');
    expect(made).toContain('children: "Bold"');
  });
});

test('an example has the address of the site that is built', async () => {
  const plugin = ownHost('https://example.org/sub/');
  expect(await html('```html\n<a href="https://THIS-SITE/go/vm/">\n```\n', plugin)).toContain(
    'href="https://example.org/sub/go/vm/"',
  );
  expect(await html('`https://THIS-SITE/`, and THIS-SITE in words', plugin)).toBe(
    '<p><code>https://example.org/sub/</code>, and THIS-SITE in words</p>',
  );
  expect(await html('`--base https://THIS-SITE slides.pptx`', plugin)).toBe(
    '<p><code>--base https://example.org/sub slides.pptx</code></p>',
  );
});

test('a cell that is a day is marked as one, and no other', async () => {
  const made = await html(table, days);
  expect(made).toContain('<td><time>2026-01-01</time></td><td>on 2026-01-01</td>');
});

test('long code in a line is marked, short code and blocks are not', async () => {
  const made = await html('`--cap-drop` `docker run --rm --network none image`\n\n```\nx\n```\n', longCode);
  expect(made).toContain('<code>--cap-drop</code> <code class="long">docker run');
  expect(made).toContain('<pre><code>x');
});

test('the number of a source is bound to the word before it', async () => {
  const made = await calls('A word <Cite id="s" /> and more.', bindCites);
  expect(made).toContain('"A word", _jsx(Cite, { id: "s" }), " and more."');
});

test('addresses of this site get its sub-path', async () => {
  const made = await html('[here](/a/#b) [there](https://example.org/)', internalLinks('/sub/'));
  expect(made).toContain('<a href="/sub/a/#b">here</a> <a href="https://example.org/">there</a>');
});
