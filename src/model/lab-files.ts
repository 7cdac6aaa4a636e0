import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { onceRead } from './once-read.ts';
import type { Page } from './page.ts';

/** Folder of the labs, relative to the project root. */
export const labsFolder = 'content/labs';

/** The part of a lab's step that addresses and tables of contents need. */
export interface LabHeading {
  /** Id of the step, and anchor of its section. */
  id: string;
  title: string;
}

/** Ids of the sections that every lab has in addition to its steps. */
export const labSections = ['steps', 'where-it-lies'] as const;

/** The part of a lab that catalogues of teaching material need. */
export interface LabFacts {
  /** Question that the lab answers. */
  question: string;
  /** Duration in minutes. */
  minutes: number;
  /** Addresses of the sections that it proves. */
  proves: readonly string[];
}

const tryTo = <T>(read: () => T, otherwise: T): T => {
  try {
    return read();
  } catch {
    return otherwise;
  }
};

/** The parsed file of every lab below `root`, keyed and sorted by lab id; `undefined` for a file that is not valid YAML. */
const labFiles = (root: string): ReadonlyMap<string, unknown> =>
  onceRead(`lab files ${root}`, () => {
    const folder = path.join(root, labsFolder);
    const names = existsSync(folder) ? globSync('*.yml', { cwd: folder }).sort() : [];
    const readFile = (name: string): unknown => parse(readFileSync(path.join(folder, name), 'utf8'));
    return new Map(names.map((name) => [name.replace(/\.yml$/, ''), tryTo(() => readFile(name), undefined)]));
  });

/** Reads one thing from every lab below `root`, keyed and sorted by lab id. Returns `otherwise` for an invalid lab; the lab check reports why. */
const ofEveryLab = <T>(root: string, read: (lab: never) => T, otherwise: T): ReadonlyMap<string, T> =>
  new Map([...labFiles(root)].map(([id, lab]) => [id, tryTo(() => read(lab as never), otherwise)]));

/** Steps of every lab below `root`, by lab id. */
export const labHeadings = (root: string): ReadonlyMap<string, LabHeading[]> =>
  ofEveryLab(
    root,
    ({ steps }: { steps: LabHeading[] }) => steps.map(({ id, title }) => ({ id: String(id), title: String(title) })),
    [],
  );

/** Question, duration and proven sections of every lab below `root`, by lab id. */
export const labFacts = (root: string): ReadonlyMap<string, LabFacts | undefined> =>
  ofEveryLab<LabFacts | undefined>(
    root,
    ({ question, minutes, proves }: LabFacts) => ({ question, minutes, proves }),
    undefined,
  );

/** Ids of the labs that a page shows. */
export const labsOn = ({ uses }: Page): string[] =>
  uses.filter(({ component, attribute }) => component === 'Lab' && attribute === 'id').map(({ id }) => id);

/** Anchors of the sections that labs add to a page. */
export const labAnchors = (page: Page, labs: ReadonlyMap<string, LabHeading[]>): string[] =>
  labsOn(page).flatMap((id) => [...labSections, ...(labs.get(id) ?? []).map((step) => step.id)]);

/** Address of a page with only this lab, for iframes in courses. */
export const labFrame = (id: string): string => `/embed/labs/${id}/`;

/** Height of such an iframe in px: room for a step, the terminal below it and its buttons. */
export const labFrameHeight = 700;
