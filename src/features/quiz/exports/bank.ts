import { entryAddress } from '#model/collections.ts';
import { listEntries, titleOf } from '#model/entries.ts';
import { locale, t } from '#model/i18n.ts';
import { atSite, pageWords, type At } from '#model/model.ts';
import {
  answersOf,
  itemsOfSection,
  quizItemAddress,
  quizSections,
  type QuizAnswer,
  type QuizSection,
} from '#model/quiz.ts';
import type { QuizItem } from '#model/schemas/quiz.ts';
import { escapeHtml } from '#shared/html.ts';
import { plainText, portableHtml } from '#shared/inline-markdown.ts';
import { messageHtml } from '#shared/message-html.ts';
import { sectionLabel } from '../labels.ts';

/** An answer for export, in the order of the page. */
export interface BankAnswer extends QuizAnswer {
  /** HTML of the answer. */
  html: string;
  /** HTML of the feedback for this answer; empty if the feedback of the question suffices. */
  feedback: string;
}

/** A question for export: HTML with absolute addresses. */
export interface BankItem {
  /** Id of the question, stable across versions. */
  id: string;
  /** HTML of the question. */
  ask: string;
  answers: BankAnswer[];
  /** HTML of the explanation, with a link to the section that explains it. */
  feedback: string;
  /** Question, answers and feedback as plain text. */
  plain: { ask: string; answers: string[]; feedback: string };
  /** Learning objective. */
  goal: string;
  /** Difficulty, 1 to 3. */
  difficulty: number;
  /** Absolute address of the section that explains it. */
  explainedAt: string;
  /** Absolute address of the question on this site. */
  url: string;
}

/** The questions of a section. */
export interface BankGroup {
  section: QuizSection;
  /** Label of the section in the sidebar. */
  title: string;
  items: BankItem[];
}

/** All questions, as input for the exports. */
export interface Bank {
  /** Title of the site. */
  title: string;
  /** Language tag of the site. */
  language: string;
  groups: BankGroup[];
}

/** HTML of inline Markdown for export: absolute links, no site-specific classes, characters instead of numeric references. */
const html = (text: string, at: At) =>
  portableHtml(text, at('')).replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
const link = (url: string, text: string) => `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;

/** Feedback for an answer that reveals a misconception: names it, with a link to where it is answered. */
function answerFeedback({ shows }: QuizAnswer, at: At): string {
  if (shows === undefined) return '';
  const claim = link(at(entryAddress('misconceptions', shows)), titleOf('misconceptions', shows));
  return messageHtml(t('quiz.shows'), { claim });
}

function bankItem(item: QuizItem, at: At): BankItem {
  const answers = answersOf(item);
  const explainedAt = at(item.page);
  const explained = messageHtml(t('quiz.explained'), { page: link(explainedAt, pageWords(item.page).title) });
  return {
    id: item.id,
    ask: html(item.ask, at),
    answers: answers.map((answer) => ({
      ...answer,
      html: html(answer.text, at),
      feedback: answerFeedback(answer, at),
    })),
    feedback: `${html(item.feedback, at)} ${explained}`,
    plain: {
      ask: plainText(item.ask),
      answers: answers.map(({ text }) => plainText(text)),
      feedback: plainText(item.feedback),
    },
    goal: item.goal,
    difficulty: item.difficulty,
    explainedAt,
    url: at(quizItemAddress(item)),
  };
}

/**
 * The question bank of a site.
 * @param origin scheme and host that the site is built for
 * @param base its sub-path, with slashes at both ends
 */
export function quizBank(origin: string | undefined, base: string): Bank {
  const at = atSite(origin, base);
  const items = listEntries('quiz');
  return {
    title: t('site.title'),
    language: locale,
    groups: quizSections.map((section) => ({
      section,
      title: sectionLabel(section),
      items: itemsOfSection(items, section).map((item) => bankItem(item, at)),
    })),
  };
}

/** All questions of a bank. */
export const allItems = ({ groups }: Bank): BankItem[] => groups.flatMap(({ items }) => items);

/** Tags of a question, for programs that filter by them. */
export const tagsOf = ({ section }: Pick<BankGroup, 'section'>, { difficulty }: BankItem): string[] => [
  section,
  `difficulty-${difficulty}`,
];
