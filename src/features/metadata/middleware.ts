import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { shortLinks } from '#features/permalinks/index.ts';
import { generatedAddresses } from '#model/addresses.ts';
import { collections } from '#model/collections.ts';
import { listEntries } from '#model/entries.ts';
import { labFacts, labsOn } from '#model/lab-files.ts';
import { absolute, siteModel } from '#model/model.ts';
import type { Term } from '#model/schemas/term.ts';
import { sidebarAddresses } from '#model/sidebar.ts';
import { pageAddress } from '#shared/url.ts';
import { pageHead } from './head.ts';

/** Words that a reader takes in a minute. */
const wordsAMinute = 250;
/** How many terms are named as required: those that a page uses first are those that it builds on. */
const mostRequired = 3;

const pageAt = (address: string) => siteModel().pages.find((page) => page.address === address);

/** Minutes that the prose of a page takes to read, at least one. */
function readingMinutes(address: string): number {
  const count = pageAt(address)?.prose.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0) ?? 0;
  return Math.max(1, Math.round(count / wordsAMinute));
}

/** Terms that a page uses and another page explains, in the order in which it uses them. */
function requiredTerms(address: string, glossary: readonly Term[]): string[] {
  const used = pageAt(address)?.uses.filter(({ component }) => component === 'Term') ?? [];
  const terms = [...new Set(used.map(({ id }) => id))].flatMap((id) => glossary.find((term) => term.id === id) ?? []);
  return terms
    .filter(({ page }) => page.split('#')[0] !== address)
    .slice(0, mostRequired)
    .map(({ term }) => term);
}

/** Adds the facts of a reading page to its head. Generated pages have no card and no Markdown version. */
export const onRequest = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  const address = pageAddress(route.entry.id);
  if (generatedAddresses.includes(address) || (address !== '/' && !sidebarAddresses().includes(address))) return;
  const glossary = listEntries('glossary');
  const lesson = listEntries('lessons').find(({ id }) => address === `/teach/${id}/`);
  const page = pageAt(address);
  const [labId] = page ? labsOn(page) : [];
  const lab = labId ? labFacts('.').get(labId) : undefined;
  const terms = glossary.filter(({ page: explained }) => explained.split('#')[0] === address).map(({ term }) => term);
  const goals = listEntries('quiz').filter(({ page: explained }) => explained.split('#')[0] === address);
  const facts = {
    address,
    title: route.entry.data.title,
    description: route.entry.data.description ?? '',
    changed: route.lastUpdated?.toISOString().slice(0, 10),
    // The terms that it explains say it shortest; a lab and a page that explains none have goals.
    teaches: lab ? [lab.question] : terms.length > 0 ? terms : [...new Set(goals.map(({ goal }) => goal))],
    requires: requiredTerms(address, glossary),
    minutes: lesson?.minutes ?? lab?.minutes ?? readingMinutes(address),
    ...(lesson ? { lesson: { ...lesson, before: lesson.before.map(({ text }) => text) } } : {}),
    short: shortLinks().get(address),
    ...(address === collections.glossary.page ? { terms: glossary } : {}),
  };
  route.head.push(...pageHead(facts, (link) => absolute(link, context.site?.href, import.meta.env.BASE_URL)));
});
