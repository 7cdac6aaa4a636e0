import { expect, test } from 'vitest';
import { checkLessons } from '#features/content-check/rules/lessons.ts';
import { loadSite, type Site } from '#model/load.ts';
import { formatProblems } from '#shared/problem.ts';
import type { Lesson } from '#model/schemas/lesson.ts';

/** What is told of the site's lessons once the first of them was broken. */
function told(breakIt: (lesson: Lesson, site: Site) => void): string {
  const site = loadSite('.', { today: '2026-11-25' });
  breakIt(site.data.lessons[0]!, site);
  return formatProblems(checkLessons(site));
}

test('the lessons of the site are sound', () => expect(told(() => undefined)).toBe('0 problems'));

test.each<[string, (lesson: Lesson, site: Site) => void, string]>([
  ['minutes that do not add up', (lesson) => void (lesson.minutes = 16), 'takes 16 minutes and its parts take 15'],
  [
    'an unknown drawing',
    ({ parts }) => void parts[0]!.show.push('stack-vm'),
    'names the drawing "stack-vm", and there is none',
  ],
  ['an unknown misconception', ({ parts }) => void parts[0]!.claims.push('m-x'), 'names the misconception "m-x"'],
  ['an unknown message', ({ parts }) => void (parts[0]!.symptom = 's-x'), 'names the symptom "s-x"'],
  [
    'an unknown page',
    ({ parts }) => void (parts[0]!.page = '/trait/#x'),
    'names the page "/trait/", and there is none',
  ],
  [
    'an unknown lab',
    ({ parts }, site) => {
      (site.anchors as Map<string, Set<string>>).set('/labs/whose-kernel/', new Set());
      parts[0]!.lab = 'whose-kernels';
    },
    'names the lab "whose-kernels", and there is none\n    The nearest known ids are whose-kernel',
  ],
  [
    'another title on its page',
    (lesson) => void (lesson.name = 'Other'),
    'is called "Other" and its page "A lesson of 15 minutes"',
  ],
  ['no page of its own', (lesson) => void (lesson.id = 'lesson-16'), 'has no page of its own'],
])('%s', (_, breakIt, message) => expect(told(breakIt)).toContain(message));
