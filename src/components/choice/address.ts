import type { Answers } from '#model/decide.ts';

/** A question as the address of a decision knows it. */
export interface AddressedQuestion {
  id: string;
  /** The letter that stands for it. */
  key: string;
  /** Ids of its answers. */
  answers: readonly string[];
}

/** The fragment that stands for an answer sheet, such as `#k=any&t=foreign-code`; empty where nothing is answered. */
export function hashOf(questions: readonly AddressedQuestion[], sheet: Answers): string {
  const parts = questions.flatMap(({ id, key }) => (sheet[id] ? [`${key}=${sheet[id]}`] : []));
  return parts.length > 0 ? `#${parts.join('&')}` : '';
}

/**
 * The answer sheet that a fragment stands for, and the parts of it that name no answer.
 * @returns nothing for a fragment that leads to a section of the page
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
