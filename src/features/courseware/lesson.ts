import { readDiagram } from '#features/diagrams/index.ts';
import { drawingAddress, entryAddress } from '#model/collections.ts';
import { requireEntry } from '#model/entries.ts';
import { linkList, t } from '#model/i18n.ts';
import { pageWords, siteModel } from '#model/model.ts';
import type { Lesson } from '#model/schemas/lesson.ts';
import { escapeHtml } from '#shared/html.ts';
import { messageHtml } from '#shared/message-html.ts';
import type { At } from '#model/model.ts';
import { handoutAddress, siteHandouts } from './handout/site-handouts.ts';

type Part = Lesson['parts'][number];

const linkTo = (address: string, text: string, at: At) => linkList([{ href: at(address), text }]);
const pageLink = (address: string, at: At) => linkTo(address, pageWords(address).title, at);

/** What a part of a lesson uses, one line of HTML each: its page, diagrams, claims, an error message and a lab. */
export function lessonLines({ page, show, claims, symptom, lab }: Part, at: At): string[] {
  const lines = [messageHtml(t('lesson.read'), { page: pageLink(page, at) })];
  if (show.length > 0) {
    const drawings = show.map((id) => ({ href: at(drawingAddress(id)), text: readDiagram(id).title }));
    lines.push(messageHtml(t('lesson.show'), { drawings: linkList(drawings) }));
  }
  if (claims.length > 0) {
    const links = claims.map((id) => ({
      href: at(entryAddress('misconceptions', id)),
      // The claim without its verdict, because a class votes before it reads the verdict.
      text: t('misconception.said', { claim: requireEntry('misconceptions', id).claim }),
    }));
    const list = links.map((link) => `<li data-vote="">${linkList([link])}</li>`).join('');
    lines.push(messageHtml(t('lesson.claims'), { claims: `<ul>${list}</ul>` }));
  }
  if (symptom) {
    const { message } = requireEntry('symptoms', symptom);
    const link = linkTo(entryAddress('symptoms', symptom), message, at);
    lines.push(messageHtml(t('lesson.symptom'), { symptom: `<span translate="no">${link}</span>` }));
  }
  const labPage = `/labs/${lab}/`;
  if (lab && siteModel().pages.some(({ address }) => address === labPage))
    lines.push(messageHtml(t('lesson.lab'), { lab: pageLink(labPage, at) }));
  return lines;
}

/** A page to hand out, as a line of HTML, with its section's handouts if there are any. */
export function handOutLine(address: string, at: At): string {
  const page = pageLink(address, at);
  const sheet = siteHandouts().find((one) => one.page === address);
  if (!sheet) return page;
  const file = (paper: 'a4' | 'letter') => (words: string) =>
    `<a href="${escapeHtml(at(handoutAddress(sheet.id, paper)))}">${words}</a>`;
  return messageHtml(t('lesson.sheet'), { page, a4: file('a4'), letter: file('letter') });
}
