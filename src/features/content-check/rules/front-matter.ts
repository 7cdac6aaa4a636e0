import { frontMatterSchema } from '#model/schemas/page.ts';
import { didYouMean } from '#shared/suggest.ts';
import type { Problem } from '#shared/problem.ts';
import type { Site } from '#model/load.ts';

const known = Object.keys(frontMatterSchema.shape);

/** Reports front matter keys that are missing, malformed or unknown (Starlight would silently drop them), and duplicate titles. */
export function checkFrontMatter({ pages }: Site): Problem[] {
  const titles = new Map<string, string>();
  return pages.flatMap((page) => {
    // Front matter that does not parse has already been reported.
    if (page.problems.length > 0) return [];
    const parsed = frontMatterSchema.safeParse(page.frontMatter);
    const problems: Problem[] = (parsed.error?.issues ?? []).flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({
            file: page.file,
            line: page.keyLines[key],
            problem: `unknown front matter key "${key}"`,
            fix: `Remove or rename it. ${didYouMean(key, known)}`,
          }))
        : {
            file: page.file,
            line: page.keyLines[String(issue.path[0])] ?? 1,
            problem: `front matter "${issue.path.join('.')}": ${issue.message}`,
            fix: 'Every page has a title and a description of 60 to 200 characters; see src/model/schemas/page.ts.',
          },
    );
    for (const key of ['title', 'description']) {
      const value = `${key} "${String(page.frontMatter[key])}"`;
      const first = titles.get(value);
      if (first) {
        problems.push({
          file: page.file,
          line: page.keyLines[key],
          problem: `${value} is also that of ${first}`,
          fix: `Give each page its own ${key}.`,
        });
      } else titles.set(value, page.file);
    }
    return problems;
  });
}
