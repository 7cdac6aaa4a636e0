import { handOutLine, lessonLines } from '#features/courseware/index.ts';
import { readDiagram, stepHtml } from '#features/diagrams/index.ts';
import { asFrame, frameTag } from '#features/share/index.ts';
import { drawingAddress } from '#model/collections.ts';
import { locale, t } from '#model/i18n.ts';
import { labFrame, labFrameHeight } from '#model/lab-files.ts';
import type { ShownLab } from '#model/labs.ts';
import type { Lesson } from '#model/schemas/lesson.ts';
import { inlineHtml } from '#shared/inline-markdown.ts';
import { messageHtml } from '#shared/message-html.ts';
import { licence, siteTitle } from '#site.ts';
import type { At } from './bank.ts';
import { el, raw, type Content, type Xml } from './xml.ts';

/** HTML of a text with links, all of them absolute. */
const html = (text: string, at: At): Xml => raw(inlineHtml(text, at('')));
const link = (url: string, words: string) => el('a', { href: url }, words);
const list = (kind: 'ul' | 'ol', items: readonly Content[]) =>
  el(
    kind,
    {},
    items.map((item) => el('li', {}, item)),
  );

/** The line that the licence asks for under what is shown. */
const credit = (title: string, url: string) =>
  el('p', {}, [
    el(
      'small',
      {},
      t('share.creditLine', { title, author: t('share.author', { site: siteTitle }), licence: licence.name, url }),
    ),
  ]);

/** A page of a cartridge: HTML that is well-formed XML too. */
export function htmlPage(title: string, body: readonly Xml[]): string {
  const head = el('head', {}, [raw('<meta charset="utf-8"/>'), el('title', {}, title)]);
  const page = el('html', { lang: locale }, [head, el('body', {}, [el('h1', {}, title), ...body])]);
  return `<!DOCTYPE html>\n${page.xml}\n`;
}

/** Drawings as frames, each with its caption, its credit line and what it shows in words. */
export const drawingsPage = (ids: readonly string[], at: At): Xml[] =>
  ids.flatMap((id) => {
    const { title, caption, accDescr, height, steps } = readDiagram(id);
    const url = at(drawingAddress(id));
    return [
      el('h2', {}, link(url, title)),
      el('p', {}, raw(asFrame({ url: at(`/embed/${id}/`), title, drawing: height, caption }))),
      credit(title, url),
      el('p', {}, [el('strong', {}, t('diagram.inWords')), ` ${accDescr}`]),
      ...(steps.length > 0
        ? [
            list(
              'ol',
              steps.map((step) => raw(stepHtml(step))),
            ),
          ]
        : []),
    ];
  });

/** A lab in its frame, which starts a VM only where its button is pressed; and the page with what it printed when it was recorded. */
export function labPage({ id, question, minutes }: ShownLab, title: string, url: string, at: At): Xml[] {
  return [
    el('p', {}, html(question, at)),
    el('p', {}, t('labs.minutes', { count: minutes })),
    el('p', {}, raw(frameTag({ url: at(labFrame(id)), title, height: labFrameHeight }))),
    credit(title, url),
    el('p', {}, raw(messageHtml(t('quiz.cartridge.transcript'), { page: link(url, title).xml }))),
  ];
}

/** A lesson: its goals, what to know before, its parts with minutes and questions, and what to hand out. */
export function lessonPage({ goals, before, parts, 'hand-out': handOut, ...lesson }: Lesson, at: At): Xml[] {
  const heading = (key: 'goals' | 'before' | 'plan' | 'handOut') => el('h2', {}, t(`lesson.heading.${key}`));
  const url = at(`/teach/${lesson.id}/`);
  return [
    el('p', {}, lesson.audience),
    heading('goals'),
    list(
      'ul',
      goals.map((goal) => html(goal, at)),
    ),
    heading('before'),
    list(
      'ul',
      before.map(({ text, page }) => (page ? el('a', { href: at(page) }, html(text, at)) : html(text, at))),
    ),
    heading('plan'),
    list(
      'ol',
      parts.map((part) => [
        el('strong', {}, part.title),
        ` ${t('path.minutes', { count: part.minutes })}`,
        el('p', {}, html(part.do, at)),
        el('p', {}, [el('em', {}, t('lesson.ask')), ' ', html(part.ask, at)]),
        list('ul', lessonLines(part, at).map(raw)),
      ]),
    ),
    heading('handOut'),
    list(
      'ul',
      handOut.map((address) => raw(handOutLine(address, at))),
    ),
    credit(lesson.name, url),
  ];
}
