import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { buildDay } from '#shared/build-date.ts';
import { knownAnchors } from './anchors.ts';
import { choicePage, loadChoice, type LoadedChoice } from './choice.ts';
import { loadData, type LoadedData } from './data.ts';
import type { Page } from './page.ts';
import { loadPages } from './pages.ts';

/** Everything the content checks look at. */
export interface Site extends LoadedData {
  pages: Page[];
  /** The rules of how to choose. */
  choice: LoadedChoice;
  /** Ids of the diagrams that have a source. */
  diagrams: Set<string>;
  /** Each address and the anchors on it. */
  anchors: Map<string, Set<string>>;
  /** Addresses that the sidebar lists, in order. */
  sidebar: string[];
  /** The day that counts as today, `YYYY-MM-DD`. */
  today: string;
}

/** Options of {@link loadSite}. */
export interface SiteOptions {
  sidebar: string[];
  /** Addresses that code makes, such as `/search/`. */
  generated?: readonly string[];
  today?: string;
}

/** Reads the content below `root`. */
export function loadSite(root: string, { sidebar, generated = [], today }: SiteOptions): Site {
  const loaded = loadData(root);
  const pages = loadPages(root);
  const choice = loadChoice(root);
  const folder = path.join(root, 'content/diagrams');
  const diagrams = existsSync(folder) ? globSync('*.mmd', { cwd: folder }).map((file) => file.slice(0, -4)) : [];
  const anchors = knownAnchors(pages, loaded.data, generated, diagrams);
  for (const id of choiceAnchors(pages, choice)) anchors.get(choicePage)?.add(id);
  return {
    ...loaded,
    problems: [...loaded.problems, ...choice.problems],
    pages,
    choice,
    diagrams: new Set(diagrams),
    anchors,
    sidebar,
    today: today ?? buildDay(),
  };
}

/** The sections that components make of the rules on the page that shows them. */
function choiceAnchors(pages: readonly Page[], { choice }: LoadedChoice): string[] {
  const page = pages.find(({ address }) => address === choicePage);
  const shows = (component: string) => page?.prose.some(({ text }) => text.includes(`<${component} `)) ?? false;
  return [
    ...(shows('Choice') ? ['result', ...(choice?.questions ?? []).map(({ heading }) => heading)] : []),
    ...(shows('ChoiceExamples') ? (choice?.examples ?? []).map(({ id }) => id) : []),
  ];
}
