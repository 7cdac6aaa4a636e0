// npm run styles:late: measures in a browser which rules no page needs for its first screen, and writes the list. Needs a build.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import postcss from 'postcss';
import { chromium, type Page } from 'playwright';
import { findBrowser, launchArguments } from '#shared/browser.ts';
import { commandArguments } from '#shared/command-arguments.ts';
import { writeAtomic } from '#shared/write-atomic.ts';
import { lateRulesFile } from '../optimise.ts';
import { isStateOnly, ruleKey } from '../split-styles.ts';

commandArguments('npm run styles:late');

const dist = path.resolve('dist');
/** Viewports on either side of the site's breakpoints: phone, tablet in portrait and landscape, laptop. */
const sizes = [
  [360, 740],
  [768, 1024],
  [1024, 768],
  [1280, 800],
] as const;

/** A rule, with what to query on a page. */
interface Asked {
  /** Name of the rule in the list. */
  key: string;
  /** Selectors without pseudo-elements, which `querySelector` cannot match. */
  selectors: string[];
  /** Conditions of the enclosing media queries. */
  media: string[];
  /** Whether it hides or positions something: without it, any matching element would be visible in the wrong place. */
  hides: boolean;
}

const hiding =
  /^(?:display:none|visibility:hidden|position:(?:absolute|fixed|sticky)|clip|inset|width:|content-visibility)/;

/** All rules of the built site that a first screen might need. */
function readRules(): Asked[] {
  // Each page only has the rules that it uses; together they have all.
  const inline = globSync('**/index.html', { cwd: dist }).map(
    (file) => /<style>([\s\S]*?)<\/style>/.exec(readFileSync(path.join(dist, file), 'utf8'))?.[1] ?? '',
  );
  const files = globSync('_astro/late.*.css', { cwd: dist }).map((file) => readFileSync(path.join(dist, file), 'utf8'));
  const rules = new Map<string, Asked>();
  postcss.parse([...new Set([...inline, ...files])].join('')).walkRules((rule) => {
    if ((rule.parent as { name?: string }).name === 'keyframes' || isStateOnly(rule)) return;
    const media: string[] = [];
    for (let parent = rule.parent; parent && parent.type !== 'root'; parent = parent.parent as never)
      if ('name' in parent && parent.name === 'media') media.push((parent as unknown as { params: string }).params);
    // Keyed by the full selector: rule keys omit Astro's scope classes, so several selectors can have the same key.
    rules.set(`${media.join(' ')} ${rule.selector}`, {
      key: ruleKey(rule),
      selectors: rule.selectors.map(
        (selector) =>
          selector.replace(
            /::?(?:before|after|marker|placeholder|first-letter|details-content|-[\w-]+)\b(?:\([^)]*\))?/g,
            '',
          ) || '*',
      ),
      media,
      hides: rule.nodes.some((line) => line.type === 'decl' && hiding.test(`${line.prop}:${line.value}`)),
    });
  });
  return [...rules.values()];
}

/** Keys of the rules that match something on the first screen of the page. Runs in the browser. */
function needed(rules: Asked[]): string[] {
  // Closed dialogs and tooltips with `hidden` are invisible without any rule.
  const hidden = /^(?:dialog|#)|\[role=["']?tooltip/;
  const seen = (element: Element) => {
    const boxes = [...element.getClientRects()];
    return boxes.some(
      ({ top, bottom, left, right }) => bottom >= 0 && top <= innerHeight && right >= 0 && left <= innerWidth,
    );
  };
  return rules
    .filter(({ selectors, media, hides }) => {
      if (!media.every((condition) => matchMedia(condition).matches)) return false;
      return selectors.some((selector) => {
        try {
          const elements = [...document.querySelectorAll(selector)];
          return elements.some(
            (element) =>
              (hides && !hidden.test(selector)) ||
              element === document.documentElement ||
              element === document.body ||
              seen(element),
          );
        } catch {
          // Keep what this browser cannot query.
          return true;
        }
      });
    })
    .map(({ key }) => key);
}

/** Keys of the rules that the first screen of any page needs. */
async function measure(page: Page, rules: Asked[]): Promise<Set<string>> {
  const kept = new Set<string>();
  const files = globSync('**/index.html', { cwd: dist }).filter((file) =>
    readFileSync(path.join(dist, file), 'utf8').includes('sl-markdown-content'),
  );
  for (const file of files) {
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await page.goto(`http://site.test/${file.replace(/index\.html$/, '')}`);
      for (const key of await page.evaluate(needed, rules)) kept.add(key);
      // A choice restored from another page is visible from the first paint.
      for (const choice of await page.locator('.places input').all()) {
        await choice.check();
        for (const key of await page.evaluate(needed, rules)) kept.add(key);
      }
    }
  }
  return kept;
}

const rules = readRules();
const executablePath = findBrowser();
const browser = await chromium.launch({ args: launchArguments, ...(executablePath ? { executablePath } : {}) });
try {
  const page = await browser.newPage();
  // No server: requests are fulfilled with the files of the build.
  await page.route('**', (route) => {
    const { pathname } = new URL(route.request().url());
    const file = path.join(dist, decodeURI(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    return route.fulfill({ path: file }).catch(() => route.abort());
  });
  const kept = await measure(page, rules);
  const keys = [...new Set(rules.map(({ key }) => key))];
  const late = keys.filter((key) => !kept.has(key)).sort();
  writeAtomic(lateRulesFile, `${JSON.stringify(late, null, 2)}\n`);
  console.log(`${late.length} of ${keys.length} rules are needed by no first screen.`);
} finally {
  await browser.close();
}
