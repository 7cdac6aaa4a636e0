import { sidebarGroups } from '#model/sidebar.ts';
import type { QuizSection } from '#model/quiz.ts';

/** What a section is called in the sidebar. */
export const sectionLabel = (section: QuizSection): string =>
  sidebarGroups().find(({ addresses }) => addresses.includes(`/${section}/`))?.label ?? section;
