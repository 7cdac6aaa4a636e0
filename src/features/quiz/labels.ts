import { listEntries } from '#model/entries.ts';
import { t } from '#model/i18n.ts';
import { itemsOfSection, quizSectionPage, quizSections, type QuizSection } from '#model/quiz.ts';
import { sidebarGroups } from '#model/sidebar.ts';

/** Label of a section in the sidebar. */
export const sectionLabel = (section: QuizSection): string =>
  sidebarGroups().find(({ addresses }) => addresses.includes(`/${section}/`))?.label ?? section;

/** Title and description of a section's page of questions at `address`; `undefined` for any other page. */
export function quizSectionWords(address: string): { title: string; description: string } | undefined {
  const section = quizSections.find((one) => quizSectionPage(one) === address);
  if (!section) return undefined;
  const names = { section: sectionLabel(section), count: itemsOfSection(listEntries('quiz'), section).length };
  return { title: t('quiz.section.title', names), description: t('quiz.section.description', names) };
}
