import { diagramIds } from './diagram-files.ts';
import { buildDay } from '#shared/build-date.ts';
import { knownAnchors } from './anchors.ts';
import { listPageOf, listedNames } from './collections.ts';
import { labAnchors, labHeadings, type LabHeading } from './lab-files.ts';
import { choicePage, loadChoice, type LoadedChoice } from './choice.ts';
import { loadData, type LoadedData } from './data.ts';
import { addressesOf, readNavigation, type Group } from './navigation.ts';
import type { Page } from './page.ts';
import { loadPages } from './pages.ts';

/** Input of the content checks. */
export interface Site extends LoadedData {
  /** Project root. */
  root: string;
  pages: Page[];
  /** The decision rules. */
  choice: LoadedChoice;
  /** Ids of the diagrams that have a source. */
  diagrams: Set<string>;
  /** Steps of the labs, by lab id. */
  labs: ReadonlyMap<string, LabHeading[]>;
  /** Anchors on each page, by address. */
  anchors: Map<string, Set<string>>;
  /** Addresses in the sidebar, in order. */
  sidebar: string[];
  /** Groups of the sidebar, as in the navigation file. */
  groups: readonly Group[];
  /** Lines of each address in the navigation file. */
  sidebarLines: ReadonlyMap<string, readonly number[]>;
  /** The date to use as today, `YYYY-MM-DD`. */
  today: string;
}

/** Options of {@link loadSite}. */
export interface SiteOptions {
  /** Addresses in the sidebar; by default those of the project's navigation file. */
  sidebar?: string[];
  /** Addresses of generated pages, such as `/search/`. */
  generated?: readonly string[];
  /** `YYYY-MM-DD`; by default the day of the build. */
  today?: string;
}

/** Loads the content below `root`. */
export function loadSite(root: string, { sidebar, generated = [], today }: SiteOptions = {}): Site {
  const loaded = loadData(root);
  const pages = loadPages(root);
  const choice = loadChoice(root);
  const diagrams = diagramIds(root);
  const labs = labHeadings(root);
  const navigation = readNavigation(root);
  const anchors = knownAnchors(pages, loaded.data, generated, diagrams);
  for (const id of choiceAnchors(pages, choice)) anchors.get(choicePage)?.add(id);
  for (const page of pages) for (const id of labAnchors(page, labs)) anchors.get(page.address)!.add(id);
  // An invalid entry keeps its address, so that links to it are not reported as dead.
  for (const name of listedNames) {
    const known = anchors.get(listPageOf(name)!);
    if (known) for (const id of loaded.lines[name].keys()) known.add(id);
  }
  return {
    ...loaded,
    problems: [
      ...loaded.problems,
      ...choice.problems,
      ...(sidebar ? [] : navigation.problems),
      ...pages.flatMap((page) => page.problems),
    ],
    root,
    pages,
    choice,
    diagrams: new Set(diagrams),
    labs,
    anchors,
    sidebar: sidebar ?? addressesOf(navigation.groups),
    groups: navigation.groups,
    sidebarLines: navigation.lines,
    today: today ?? buildDay(),
  };
}

/** Anchors that the `Choice` component generates from the rules on the page that shows them. */
function choiceAnchors(pages: readonly Page[], { choice }: LoadedChoice): string[] {
  const page = pages.find(({ address }) => address === choicePage);
  const shows = (component: string) => page?.prose.some(({ text }) => text.includes(`<${component} `)) ?? false;
  return [
    ...(shows('Choice') ? ['result', ...(choice?.questions ?? []).map(({ heading }) => heading)] : []),
    ...(shows('ChoiceExamples') ? (choice?.examples ?? []).map(({ id }) => id) : []),
  ];
}
