import { handOutLine, lessonLines } from '#features/courseware/index.ts';
import { readDiagram, stepHtml } from '#features/diagrams/index.ts';
import { asFrame, frameTag } from '#features/share/index.ts';
import { drawingAddress } from '#model/collections.ts';
import { locale, t } from '#model/i18n.ts';
import { labFrame, labFrameHeight } from '#model/lab-files.ts';
import type { ShownLab } from '#model/labs.ts';
import type { At } from '#model/model.ts';
import type { Lesson } from '#model/schemas/lesson.ts';
import { portableHtml } from '#shared/inline-markdown.ts';
import { messageHtml } from '#shared/message-html.ts';
import { licence, siteTitle } from '#site.ts';
import { el, raw, type Content, type Xml } from './xml.ts';

/** HTML of a text with links, all of them absolute. */
const html = (text: string, at: At): Xml => raw(portableHtml(text, at('')));
const link = (url: string, words: string) => el('a', { href: url }, words);
const list = (kind: 'ul' | 'ol', items: readonly Content[]) =>
  el(
    kind,
    {},
    items.map((item) => el('li', {}, item)),
  );

/**
 * The line that the licence asks for under what is shown. Its address is a link: where it was text, Moodle made links to activities of words in it and broke it.
 */
function credit(title: string, url: string): Xml {
  const author = t('share.author', { site: siteTitle });
  const [before = '', after = ''] = t('share.creditLine', { title, author, licence: licence.name, url: '\n' }).split(
    '\n',
  );
  return el('p', {}, el('small', {}, [before, link(url, url), after]));
}

/**
 * A page of a cartridge: HTML that is well-formed XML too.
 * @param headed whether the title stands on the page, too: Moodle puts the name of a page above it
 */
export function htmlPage(title: string, body: readonly Xml[], headed: boolean): string {
  const head = el('head', {}, [raw('<meta charset="utf-8"/>'), el('title', {}, title)]);
  const heading = headed ? [el('h1', {}, title)] : [];
  const page = el('html', { lang: locale }, [head, el('body', {}, [...heading, ...body])]);
  return `<!DOCTYPE html>\n${page.xml}\n`;
}

/** A drawing in its frame, which grows with it and has its caption. */
function drawingFrame(id: string, at: At): Xml[] {
  const { title, caption, height } = readDiagram(id);
  return [el('p', {}, raw(asFrame({ url: at(`/embed/${id}/`), title, drawing: height, caption })))];
}

/** A drawing as a picture that leads to it, with its caption. */
function drawingPicture(id: string, at: At): Xml[] {
  const { title, caption } = readDiagram(id);
  const picture = el('img', { src: at(`/d/${id}.svg`), alt: title });
  return [el('p', {}, el('a', { href: at(drawingAddress(id)) }, picture)), ...(caption ? [el('p', {}, caption)] : [])];
}

/**
 * Drawings, each with its caption, its credit line and what it shows in words.
 * @param frames whether each is a frame of the site, or a picture
 */
export const drawingsPage = (ids: readonly string[], at: At, frames: boolean): Xml[] =>
  ids.flatMap((id) => {
    const { title, accDescr, steps } = readDiagram(id);
    const url = at(drawingAddress(id));
    return [
      el('h2', {}, link(url, title)),
      ...(frames ? drawingFrame(id, at) : drawingPicture(id, at)),
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
