import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { shortLinks } from '#features/permalinks/index.ts';
import { sampleSize } from '#features/quiz/index.ts';
import { generatedAddresses } from '#model/addresses.ts';
import { collections } from '#model/collections.ts';
import { listEntries } from '#model/entries.ts';
import { labFacts, labsOn } from '#model/lab-files.ts';
import { pageChanged } from '#model/last-changed.ts';
import { atSite, siteModel } from '#model/model.ts';
import { itemsOnPage, quizSections, sampleOfPath, sampleOfSection } from '#model/quiz.ts';
import type { Term } from '#model/schemas/term.ts';
import { sidebarAddresses, sidebarGroups } from '#model/sidebar.ts';
import { pageAddress } from '#shared/url.ts';
import { pageHead } from './head.ts';

/** Reading speed, in words per minute. */
const wordsAMinute = 250;
/** Maximum number of terms named as required: those used first, because the page builds on them. */
const mostRequired = 3;
/** Maximum number of goals per page: every reader downloads them. */
const mostGoals = 5;
/** Maximum number of terms per page, for the same reason. */
const mostTerms = 4;

const pageAt = (address: string) => siteModel().pages.find((page) => page.address === address);

/** Minutes to read the prose of a page, at least one. */
function readingMinutes(address: string): number {
  const count = pageAt(address)?.prose.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0) ?? 0;
  return Math.max(1, Math.round(count / wordsAMinute));
}

/** Terms in the order of their first use on a page. */
function usedTerms(address: string, glossary: readonly Term[]): Term[] {
  const used = pageAt(address)?.uses.filter(({ component }) => component === 'Term') ?? [];
  return [...new Set(used.map(({ id }) => id))].flatMap((id) => glossary.find((term) => term.id === id) ?? []);
}

/** Terms of a page: those that it explains, in the order of their use, and those that it uses but are explained elsewhere. */
function termsOf(address: string, glossary: readonly Term[]): { own: string[]; required: string[] } {
  const isOwn = ({ page }: Term) => page.split('#')[0] === address;
  const used = usedTerms(address, glossary);
  const own = new Set([...used, ...glossary].filter(isOwn).map(({ term }) => term));
  const required = used.filter((term) => !isOwn(term)).map(({ term }) => term);
  return { own: [...own].slice(0, mostTerms), required: required.slice(0, mostRequired) };
}

/** What readers of a page can do afterwards: the goals of the questions that it explains or, without any, of the questions shown on it. */
function goalsOf(address: string): string[] {
  const items = listEntries('quiz');
  const section = quizSections.find((one) => address === `/${one}/`);
  const path = listEntries('paths').find(({ id }) => address === `/paths/${id}/`);
  const explained = itemsOnPage(items, address);
  const shown = [
    ...(section ? sampleOfSection(items, section, sampleSize) : []),
    ...(path ? sampleOfPath(items, path, sampleSize) : []),
  ];
  const goals = (explained.length > 0 ? explained : shown).map(({ goal }) => goal);
  return [...new Set(goals)].slice(0, mostGoals);
}

/** Learning objectives of a page's section; the home page uses those of the first section. */
const learningOf = (address: string) =>
  (sidebarGroups().find(({ addresses }) => addresses.includes(address)) ?? sidebarGroups()[0])?.learning;

/** The text as a list with at most one item. */
const listed = (text: string | undefined): string[] => (text === undefined ? [] : [text]);

/** Adds metadata to the head of authored pages. Generated pages have no social card and no Markdown version. */
export const onRequest = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  const address = pageAddress(route.entry.id);
  if (generatedAddresses.includes(address) || (address !== '/' && !sidebarAddresses().includes(address))) return;
  const page = pageAt(address);
  // Starlight uses the date of the page's own file, but a list changes with its data.
  if (page && route.lastUpdated) route.lastUpdated = new Date(pageChanged(address, page.file));
  const glossary = listEntries('glossary');
  const lesson = listEntries('lessons').find(({ id }) => address === `/teach/${id}/`);
  const [labId] = page ? labsOn(page) : [];
  const lab = labId ? labFacts(process.cwd()).get(labId) : undefined;
  const { own, required } = termsOf(address, glossary);
  const learning = learningOf(address);
  const goals = lesson?.goals ?? (lab ? [lab.question] : goalsOf(address));
  const before = lesson?.before.map(({ text }) => text) ?? required;
  const facts = {
    address,
    title: route.entry.data.title,
    changed: route.lastUpdated?.toISOString().slice(0, 10),
    teaches: goals.length > 0 ? goals : listed(learning?.goal),
    requires: before.length > 0 ? before : listed(learning?.before),
    about: own,
    level: lesson?.level ?? learning?.level,
    audience: lesson ? 'teacher' : learning?.role,
    minutes: lesson?.minutes ?? lab?.minutes ?? readingMinutes(address),
    ...(lesson ? { lesson: lesson.audience } : {}),
    short: shortLinks().get(address),
    ...(address === collections.glossary.page ? { terms: glossary } : {}),
  };
  route.head.push(...pageHead(facts, atSite(context.site, import.meta.env.BASE_URL)));
});
