import { diagramIds } from './diagram-files.ts';
import { buildDay } from '#shared/build-date.ts';
import { knownAnchors } from './anchors.ts';
import { loadData, type LoadedData } from './data.ts';
import type { Page } from './page.ts';
import { loadPages } from './pages.ts';

/** Everything the content checks look at. */
export interface Site extends LoadedData {
  pages: Page[];
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
  const diagrams = diagramIds(root);
  return {
    ...loaded,
    pages,
    diagrams: new Set(diagrams),
    anchors: knownAnchors(pages, loaded.data, generated, diagrams),
    sidebar,
    today: today ?? buildDay(),
  };
}
