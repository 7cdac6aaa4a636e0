import { idPattern } from '#model/schemas/fields.ts';
import type { Problem } from '#shared/problem.ts';
import { layoutAnchors } from '#model/layout-anchors.ts';
import type { Page } from '#model/page.ts';
import type { Site } from '#model/load.ts';

/** Reports headings of level 2 to 4 with a missing, malformed or duplicate id. */
export function checkHeadings({ pages }: Site): Problem[] {
  return pages.flatMap(pageHeadings);
}

function pageHeadings({ file, headings }: Page): Problem[] {
  const seen = new Map<string, number>();
  return headings.flatMap(({ depth, text, id, line }) => {
    const tell = (problem: string, fix: string): Problem[] => [{ file, line, problem, fix }];
    if (depth === 1)
      return tell(`"${text}" is a level 1 heading`, 'The title in the front matter is the only one; use ##.');
    if (!id)
      return tell(
        `heading "${text}" has no id`,
        `Write one that names its subject: ${'#'.repeat(depth)} ${text} {#some-id}`,
      );
    if (!idPattern.test(id)) return tell(`heading id "${id}" is malformed`, 'Use lower-case words joined by hyphens.');
    if (layoutAnchors.includes(id)) return tell(`heading id "${id}" belongs to the layout`, 'Choose another id.');
    const first = seen.get(id);
    if (first)
      return tell(
        `heading id "${id}" is used twice, first on line ${first}`,
        'Ids are unique on a page; rename the newer one.',
      );
    seen.set(id, line);
    return [];
  });
}
