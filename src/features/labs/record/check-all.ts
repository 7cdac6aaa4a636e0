import { labAnchors, labSections, labsOn } from '#model/lab-files.ts';
import type { Site } from '#model/load.ts';
import type { Page } from '#model/page.ts';
import type { Problem } from '#shared/problem.ts';
import { didYouMean } from '#shared/suggest.ts';
import { loadLabs, type LoadedLab } from '../form/load.ts';
import { readManifest } from '../machine/node.ts';
import { checkRecording } from './check.ts';
import { readRecording } from './recording.ts';

const inlineLink = /\]\((\/[^)\s]*)\)/g;

/** Checks all labs below `root`: their form, their recordings, their links, and the pages that show them. Runs nothing. */
export function checkLabs(root: string, site: Site): Problem[] {
  const { labs, problems } = loadLabs(root);
  const manifest = readManifest();
  return [
    ...problems,
    ...labs.flatMap((loaded) => [
      ...checkRecording(loaded, readRecording(root, loaded.lab.id), manifest),
      ...links(loaded, site),
      ...unshown(loaded, site),
    ]),
    ...site.pages.flatMap((page) => anchors(page, site)),
  ];
}

/** Reports dead links in a lab. */
function links({ lab, file, lines }: LoadedLab, { anchors }: Site): Problem[] {
  const named = [
    ...lab.proves.map((address) => ({ address, line: 1 })),
    ...[...lab.needs, ...lab.lies].flatMap((text) => linksIn(text, 1)),
    ...lab.steps.flatMap(({ id, say = '', saw = '' }) => linksIn(`${say} ${saw}`, lines.get(id) ?? 1)),
  ];
  return named.flatMap(({ address, line }) => {
    const [path = '', id] = address.split('#');
    const known = anchors.get(path);
    const problem = `lab ${lab.id}: there is no ${known ? 'section' : 'page'} ${address}`;
    if (!known) return [{ file, line, problem, fix: didYouMean(path, anchors.keys()) }];
    return id === undefined || known.has(id) ? [] : [{ file, line, problem, fix: didYouMean(id, known) }];
  });
}

const linksIn = (text: string, line: number) =>
  [...text.matchAll(inlineLink)].map(([, address]) => ({ address: address!, line }));

function unshown({ lab, file }: LoadedLab, { pages }: Site): Problem[] {
  if (pages.some((page) => labsOn(page).includes(lab.id))) return [];
  const fix = `Write content/docs/labs/${lab.id}.mdx with <Lab id="${lab.id}" />, or delete the lab.`;
  return [{ file, line: 1, problem: `lab ${lab.id}: no page shows it`, fix }];
}

/** Reports ids of a lab that its page has already: a link would lead to the first of the two. */
function anchors(page: Page, { labs }: Site): Problem[] {
  const own = new Set(page.headings.map(({ id }) => id));
  const brought = labAnchors(page, labs);
  const taken = brought.filter((id, index) => own.has(id) || brought.indexOf(id) < index);
  return [...new Set(taken)].map((id) => ({
    file: page.file,
    line: page.uses.find(({ component }) => component === 'Lab')?.line,
    problem: `the id "${id}" of a lab stands on this page twice`,
    fix: `Give the heading or the step another id; ${labSections.join(' and ')} belong to the lab, and a page shows one lab only.`,
  }));
}
