import { dataFile } from '#model/data.ts';
import type { Site } from '#model/load.ts';
import type { Lesson } from '#model/schemas/lesson.ts';
import type { Problem } from '#shared/problem.ts';
import { didYouMean } from '#shared/suggest.ts';

const file = dataFile('lessons');

/** Reports lessons whose minutes do not add up, that reference something unknown, or that have no page. */
export function checkLessons(site: Site): Problem[] {
  return site.data.lessons.flatMap((lesson) => {
    const tell = (problem: string, fix: string): Problem => ({
      file,
      line: site.lines.lessons.get(lesson.id),
      problem: `lesson "${lesson.id}" ${problem}`,
      fix,
    });
    return [...minuteProblems(lesson, tell), ...nameProblems(lesson, site, tell), ...pageProblems(lesson, site, tell)];
  });
}

type Tell = (problem: string, fix: string) => Problem;

function minuteProblems({ minutes, parts }: Lesson, tell: Tell): Problem[] {
  const sum = parts.reduce((all, part) => all + part.minutes, 0);
  if (sum === minutes) return [];
  return [tell(`takes ${minutes} minutes and its parts take ${sum}`, 'Give its parts the minutes that it has.')];
}

/** Reports diagrams, misconceptions, symptoms, labs and pages that do not exist. */
function nameProblems(lesson: Lesson, { anchors, diagrams, lines }: Site, tell: Tell): Problem[] {
  const unknown = (kind: string, wanted: readonly string[], known: Iterable<string>) => {
    const names = new Set(known);
    return wanted
      .filter((one) => !names.has(one))
      .map((one) => tell(`names the ${kind} "${one}", and there is none`, didYouMean(one, names)));
  };
  const labs = [...anchors.keys()].flatMap((address) => /^\/labs\/([^/]+)\/$/.exec(address)?.[1] ?? []);
  const { parts, before } = lesson;
  const named = [...parts.map(({ page }) => page), ...before.flatMap(({ page }) => page ?? []), ...lesson['hand-out']];
  const pages = named.map((address) => address.split('#')[0]!);
  return [
    ...unknown(
      'drawing',
      parts.flatMap(({ show }) => show),
      diagrams,
    ),
    ...unknown(
      'misconception',
      parts.flatMap(({ claims }) => claims),
      lines.misconceptions.keys(),
    ),
    ...unknown(
      'symptom',
      parts.flatMap(({ symptom }) => symptom ?? []),
      lines.symptoms.keys(),
    ),
    // A site without labs shows its lessons without them.
    ...(labs.length > 0
      ? unknown(
          'lab',
          parts.flatMap(({ lab }) => lab ?? []),
          labs,
        )
      : []),
    ...unknown('page', pages, anchors.keys()),
  ];
}

function pageProblems({ id, name }: Lesson, { pages }: Site, tell: Tell): Problem[] {
  const page = pages.find(({ address }) => address === `/teach/${id}/`);
  if (page?.frontMatter.title === name) return [];
  if (page)
    return [tell(`is called "${name}" and its page "${String(page.frontMatter.title)}"`, 'Give both the same words.')];
  return [
    tell(
      'has no page of its own',
      `Write content/docs/teach/${id}.mdx with <Lesson id="${id}" part="plan" />, and add it to content/data/navigation.yml.`,
    ),
  ];
}
