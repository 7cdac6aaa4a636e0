import { dataFile } from '#model/data.ts';
import type { Site } from '#model/load.ts';
import type { Problem } from '#shared/problem.ts';

const auxiliaries =
  /\b(?:is|are|was|were|has|have|had|does|do|did|can|cannot|could|may|might|must|will|would|should|isn['’]t|aren['’]t|don['’]t|doesn['’]t|can['’]t)\b/i;
/** Verbs in the third person that definitions use when they have no auxiliary. */
const verbs =
  /\b(?:adds|allows|applies|asks|belongs|brings|builds|changes|comes|contains|covers|creates|decides|depends|describes|differs|emulates|ends|fails|gives|goes|hides|holds|includes|isolates|keeps|lacks|leaves|limits|makes|means|names|needs|offers|protects|provides|remains|replaces|runs|says|shares|shows|starts|stays|stops|stores|takes|tells|translates|uses|works)\b/i;

/**
 * Checks what the schema of a glossary entry cannot: that `not` can be quoted on its own, and that entries are in alphabetical order.
 *
 * The rule for `not` is a heuristic. The first sentence, up to a colon, must not start with "Not", and must contain a finite verb from the lists
 * above. A correct sentence with a rarer verb is reported (rewrite it with "is" or "does"), and a noun that looks like a verb passes.
 */
export function checkGlossary({ data, lines }: Site): Problem[] {
  const file = dataFile('glossary');
  return data.glossary.flatMap(({ id, term, not }, index) => {
    const line = lines.glossary.get(id);
    const before = data.glossary[index - 1];
    const next = before && follows(before.term, term) && data.glossary.find((one) => follows(one.term, term));
    return [
      ...(standsAlone(not)
        ? []
        : [
            {
              file,
              line,
              problem: `the "not" of "${id}" can't stand alone`,
              fix: `Write a whole sentence with subject and verb: "${term} is not …", "${term} does not …".`,
            },
          ]),
      ...(before && next
        ? [
            {
              file,
              line,
              problem: `"${term}" stands behind "${before.term}", out of alphabetical order`,
              fix: `Move the entry before "${next.term}": the page lists the terms in the order of this file.`,
            },
          ]
        : []),
    ];
  });
}

/** Whether a text starts with a sentence that has a verb. The verb lists are English, so text without Latin letters passes. */
function standsAlone(not: string): boolean {
  if (!/[a-z]/i.test(not)) return true;
  const [first = ''] = not.split(/(?<=[.!?])\s/);
  const [clause = ''] = first.split(/:\s/);
  return !/^nor?t?\b/i.test(clause) && (auxiliaries.test(clause) || verbs.test(clause));
}

/** Whether one term comes after another in the alphabet. */
const follows = (one: string, other: string) => sortKey(one).localeCompare(sortKey(other), 'en') > 0;

const sortKey = (term: string) => term.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, '');
