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

/** Everything the content checks look at. */
export interface Site extends LoadedData {
  /** Folder of the project. */
  root: string;
  pages: Page[];
  /** The rules of how to choose. */
  choice: LoadedChoice;
  /** Ids of the diagrams that have a source. */
  diagrams: Set<string>;
  /** The steps of the labs, by the lab's id. */
  labs: ReadonlyMap<string, LabHeading[]>;
  /** Each address and the anchors on it. */
  anchors: Map<string, Set<string>>;
  /** Addresses that the sidebar lists, in order. */
  sidebar: string[];
  /** Its groups, as the file of the navigation has them. */
  groups: readonly Group[];
  /** Lines of each of them in the file of the navigation. */
  sidebarLines: ReadonlyMap<string, readonly number[]>;
  /** The day that counts as today, `YYYY-MM-DD`. */
  today: string;
}

/** Options of {@link loadSite}. */
export interface SiteOptions {
  /** Addresses of the sidebar; by default those of the navigation below the root. */
  sidebar?: string[];
  /** Addresses that code makes, such as `/search/`. */
  generated?: readonly string[];
  today?: string;
}

/** Reads the content below `root`. */
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
  // An entry that is not sound keeps its address, so that its fault is told once and not again for each link to it.
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

/** The sections that components make of the rules on the page that shows them. */
function choiceAnchors(pages: readonly Page[], { choice }: LoadedChoice): string[] {
  const page = pages.find(({ address }) => address === choicePage);
  const shows = (component: string) => page?.prose.some(({ text }) => text.includes(`<${component} `)) ?? false;
  return [
    ...(shows('Choice') ? ['result', ...(choice?.questions ?? []).map(({ heading }) => heading)] : []),
    ...(shows('ChoiceExamples') ? (choice?.examples ?? []).map(({ id }) => id) : []),
  ];
}
