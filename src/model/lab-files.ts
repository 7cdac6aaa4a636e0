import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { onceRead } from './once-read.ts';
import type { Page } from './page.ts';

/** Folder of the labs, from the project's root. */
export const labsFolder = 'content/labs';

/** A step of a lab as far as addresses and contents lists need it. */
export interface LabHeading {
  /** Its id, which is the anchor of its section. */
  id: string;
  title: string;
}

/** Ids of the sections that every lab has besides its steps. */
export const labSections = ['steps', 'where-it-lies'] as const;

/** What catalogues of teaching material ask of a lab. */
export interface LabFacts {
  /** The question that it answers. */
  question: string;
  minutes: number;
  /** Sections that it proves. */
  proves: readonly string[];
}

const tryTo = <T>(read: () => T, otherwise: T): T => {
  try {
    return read();
  } catch {
    return otherwise;
  }
};

/** The file of every lab below `root`, by the lab's id, sorted; nothing where it is no YAML. */
const labFiles = (root: string): ReadonlyMap<string, unknown> =>
  onceRead(`lab files ${root}`, () => {
    const folder = path.join(root, labsFolder);
    const names = existsSync(folder) ? globSync('*.yml', { cwd: folder }).sort() : [];
    const readFile = (name: string): unknown => parse(readFileSync(path.join(folder, name), 'utf8'));
    return new Map(names.map((name) => [name.replace(/\.yml$/, ''), tryTo(() => readFile(name), undefined)]));
  });

/** Something of every lab below `root`, by the lab's id, sorted; of a file that is no lab `otherwise`: the check of the labs says why. */
const ofEveryLab = <T>(root: string, read: (lab: never) => T, otherwise: T): ReadonlyMap<string, T> =>
  new Map([...labFiles(root)].map(([id, lab]) => [id, tryTo(() => read(lab as never), otherwise)]));

/** The steps of every lab below `root`, by the lab's id. */
export const labHeadings = (root: string): ReadonlyMap<string, LabHeading[]> =>
  ofEveryLab(
    root,
    ({ steps }: { steps: LabHeading[] }) => steps.map(({ id, title }) => ({ id: String(id), title: String(title) })),
    [],
  );

/** Question, length and proven sections of every lab below `root`, by the lab's id. */
export const labFacts = (root: string): ReadonlyMap<string, LabFacts | undefined> =>
  ofEveryLab<LabFacts | undefined>(
    root,
    ({ question, minutes, proves }: LabFacts) => ({ question, minutes, proves }),
    undefined,
  );

/** The ids of the labs that a page shows. */
export const labsOn = ({ uses }: Page): string[] =>
  uses.filter(({ component, attribute }) => component === 'Lab' && attribute === 'id').map(({ id }) => id);

/** The sections that the labs on a page make. */
export const labAnchors = (page: Page, labs: ReadonlyMap<string, LabHeading[]>): string[] =>
  labsOn(page).flatMap((id) => [...labSections, ...(labs.get(id) ?? []).map((step) => step.id)]);

/** Address of a lab alone in a page, for frames in courses. */
export const labFrame = (id: string): string => `/embed/labs/${id}/`;

/** Height in px of such a frame: room for a step, the terminal below it and its buttons. */
export const labFrameHeight = 700;
