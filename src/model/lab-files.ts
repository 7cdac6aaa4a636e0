import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
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

/** The steps of every lab below `root`, by the lab's id, sorted; a file that is no lab has none: the check of the labs says why. */
export function labHeadings(root: string): ReadonlyMap<string, LabHeading[]> {
  const folder = path.join(root, labsFolder);
  const names = existsSync(folder) ? globSync('*.yml', { cwd: folder }).sort() : [];
  return new Map(
    names.map((name) => [name.replace(/\.yml$/, ''), headingsOf(readFileSync(path.join(folder, name), 'utf8'))]),
  );
}

function headingsOf(text: string): LabHeading[] {
  try {
    const { steps } = parse(text) as { steps: LabHeading[] };
    return steps.map(({ id, title }) => ({ id: String(id), title: String(title) }));
  } catch {
    return [];
  }
}

/** The ids of the labs that a page shows. */
export const labsOn = ({ uses }: Page): string[] =>
  uses.filter(({ component, attribute }) => component === 'Lab' && attribute === 'id').map(({ id }) => id);

/** The sections that the labs on a page make. */
export const labAnchors = (page: Page, labs: ReadonlyMap<string, LabHeading[]>): string[] =>
  labsOn(page).flatMap((id) => [...labSections, ...(labs.get(id) ?? []).map((step) => step.id)]);

/** Address of a lab alone in a page, for frames in courses. */
export const labFrame = (id: string): string => `/embed/labs/${id}/`;
