import type { Answers } from '#model/decide.ts';

/** A question as encoded in the address of a decision. */
export interface AddressedQuestion {
  id: string;
  /** Its one-letter key. */
  key: string;
  /** Ids of its answers. */
  answers: readonly string[];
}

/** Encodes a filled-in form as a fragment, such as `#k=any&t=foreign-code`; empty if nothing is answered. */
export function hashOf(questions: readonly AddressedQuestion[], sheet: Answers): string {
  const parts = questions.flatMap(({ id, key }) => (sheet[id] ? [`${key}=${sheet[id]}`] : []));
  return parts.length > 0 ? `#${parts.join('&')}` : '';
}

/**
 * Decodes a fragment into a filled-in form, and returns the parts that match no answer.
 * @returns `undefined` for a fragment that is the id of a section
 */
export function readHash(
  questions: readonly AddressedQuestion[],
  hash: string,
): { sheet: Answers; unknown: string[] } | undefined {
  if (!hash.includes('=')) return undefined;
  const sheet: Record<string, string> = {};
  const unknown: string[] = [];
  for (const part of hash.replace(/^#/, '').split('&')) {
    const [key, answer] = part.split('=') as [string, string | undefined];
    const question = questions.find((one) => one.key === key);
    if (question && answer && question.answers.includes(answer)) sheet[question.id] = answer;
    else unknown.push(part);
  }
  return { sheet, unknown };
}
