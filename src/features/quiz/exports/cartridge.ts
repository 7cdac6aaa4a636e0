import { diagramsPage } from '#model/collections.ts';
import { drawingsOfSection } from '#model/drawings.ts';
import { listEntries } from '#model/entries.ts';
import { t } from '#model/i18n.ts';
import { labFrame } from '#model/lab-files.ts';
import { shownLabs } from '#model/labs.ts';
import { atSite, pageWords, type At } from '#model/model.ts';
import { quizPage, quizSectionPage, quizSections } from '#model/quiz.ts';
import { sidebarGroups } from '#model/sidebar.ts';
import { plainText } from '#shared/inline-markdown.ts';
import { messageHtml } from '#shared/message-html.ts';
import { zipOf } from '#shared/zip.ts';
import { licence, siteTitle } from '#site.ts';
import type { Bank, BankGroup } from './bank.ts';
import { drawingsPage, htmlPage, labPage, lessonPage } from './cartridge-pages.ts';
import { assessment } from './qti12.ts';
import { el, raw, xmlDocument, type Xml } from './xml.ts';

/** Something that a module of a course leads to. */
interface Entry {
  /** Identifier of its resource, one in the whole cartridge. */
  id: string;
  title: string;
  url: string;
  /** What it shows where it is a page of the cartridge: a full one holds it, and the thin one links to `url`. */
  body?: readonly Xml[];
}

/** One module of a course: links, pages, and a quiz. */
interface Module {
  id: string;
  title: string;
  entries: readonly Entry[];
  quiz?: BankGroup | undefined;
}

/**
 * Which cartridge: with questions and pages of its own, or with links alone. `moodle` is the full one as Moodle takes it. Its converters know versions 1.0 and
 * 1.1 only (`backup/converter` of its source), and the thin kind came with 1.2. It removes all frames, so drawings are pictures and labs are links, which
 * it opens in a frame. It takes quizzes, but counts four right answers as all and shows no reason, so questions are links, and its users import the bank.
 */
export type CartridgeKind = 'full' | 'moodle' | 'thin';

/** What a version of the standard calls things. */
interface Version {
  schemaVersion: string;
  /** Namespace of the manifest, and start of the others. */
  cc: string;
  lom: string;
  /** Last part of the namespace of a web link, and the type of its resource. */
  link: { namespace: string; type: string };
  quizType: string;
}

const version = (number: '1.1' | '1.3'): Version => {
  const v = number.replace('.', 'p');
  return {
    schemaVersion: `${number}.0`,
    cc: `http://www.imsglobal.org/xsd/imsccv${v}`,
    lom: `http://ltsc.ieee.org/xsd/imsccv${v}/LOM/manifest`,
    link: { namespace: `imswl_v${v}`, type: `imswl_xmlv${v}` },
    quizType: `imsqti_xmlv1p2/imscc_xmlv${v}/assessment`,
  };
};
const versions: Readonly<Record<CartridgeKind, Version>> = {
  full: version('1.3'),
  moodle: version('1.1'),
  thin: version('1.3'),
};
/** Identifier of each manifest. */
const identifiers: Readonly<Record<CartridgeKind, string>> = {
  full: 'containers-vs-vms',
  moodle: 'containers-vs-vms-cc11',
  thin: 'containers-vs-vms-links',
};

/** An address as an identifier: letters, digits and hyphens. */
const idOf = (address: string) => address.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

const linkTo = (prefix: string, address: string, at: At, note?: string): Entry => {
  const { title: page } = pageWords(address);
  const title = note ? t('quiz.cartridge.note', { title: page, note: plainText(note) }) : page;
  return { id: `${prefix}-${idOf(address)}`, title, url: at(address) };
};

/** The group of the sidebar that has the page at `address`. */
const groupWith = (address: string) => sidebarGroups().find(({ addresses }) => addresses.includes(address))!;

/** A page with the drawings of a section; none where it shows none of its own. */
function drawings(section: string, label: string, at: At, frames: boolean): Entry[] {
  const ids = drawingsOfSection(label);
  if (ids.length === 0) return [];
  const title = t('quiz.cartridge.drawings', { section: label });
  const url = at(`${diagramsPage}#${section}`);
  return [{ id: `drawings-${section}`, title, url, body: drawingsPage(ids, at, frames) }];
}

/** A link to the questions of a section. */
const questionsOf = ({ section, title }: BankGroup, at: At): Entry => ({
  id: `questions-${section}`,
  title: t('quiz.section.title', { section: title }),
  url: at(quizSectionPage(section)),
});

/** A module with the pages of a section, its drawings and its quiz, or a link to its questions. */
function sectionModule(kind: CartridgeKind, section: string, first: string, at: At, quiz?: BankGroup): Module {
  const { label, addresses } = groupWith(first);
  const links = addresses.map((address) => linkTo('page', address, at));
  const entries = [...links, ...drawings(section, label, at, kind === 'full')];
  const module = { id: `module-${section}`, title: label };
  return kind === 'moodle' && quiz
    ? { ...module, entries: [...entries, questionsOf(quiz, at)] }
    : { ...module, entries, quiz };
}

/** The labs: each a page with its frame, or a link to what would stand in it. */
function labModule(kind: CartridgeKind, at: At): Module {
  const { label, addresses } = groupWith('/labs/');
  const labs = shownLabs();
  const entries = addresses.map((address): Entry => {
    const link = linkTo('page', address, at);
    const lab = labs.find((one) => one.address === address);
    if (!lab) return link;
    return kind === 'moodle'
      ? { ...link, url: at(labFrame(lab.id)) }
      : { ...link, body: labPage(lab, link.title, link.url, at) };
  });
  return { id: 'module-labs', title: label, entries };
}

/** The lessons, each with its plan. */
function lessonModule(at: At): Module {
  const entries = listEntries('lessons').map((lesson): Entry => {
    return { ...linkTo('page', `/teach/${lesson.id}/`, at), body: lessonPage(lesson, at) };
  });
  return { id: 'module-lessons', title: t('quiz.cartridge.lessons'), entries };
}

/** A module for the start, for each section with its quiz, for labs and lessons, and for each path, in the order of the pages. */
function modulesOf(kind: CartridgeKind, { groups }: Bank, at: At): Module[] {
  const sections = quizSections.map((section) =>
    sectionModule(
      kind,
      section,
      `/${section}/`,
      at,
      groups.find((one) => one.section === section)!,
    ),
  );
  const paths = listEntries('paths').map(({ id, name, steps }): Module => {
    const entries = steps.map(({ page, note }) => linkTo(`path-${id}`, page, at, note));
    return { id: `module-path-${id}`, title: t('quiz.cartridge.path', { name }), entries };
  });
  return [
    sectionModule(kind, 'start', '/start/at-a-glance/', at),
    ...sections,
    labModule(kind, at),
    lessonModule(at),
    ...paths,
  ];
}

const lom = (name: string, content: string | Xml | readonly Xml[]) => el(`lomimscc:${name}`, {}, content);

function metadata(kind: CartridgeKind, language: string): Xml {
  const said = (text: string) => el('lomimscc:string', { language }, text);
  const name = kind === 'thin' ? 'IMS Thin Common Cartridge' : 'IMS Common Cartridge';
  const rights = t('quiz.cartridge.rights', { site: siteTitle, licence: licence.name, url: licence.url });
  return el('metadata', {}, [
    el('schema', {}, name),
    el('schemaversion', {}, versions[kind].schemaVersion),
    lom('lom', [
      lom('general', [lom('title', said(siteTitle)), lom('description', said(t('site.description')))]),
      lom('rights', [lom('copyrightAndOtherRestrictions', lom('value', 'yes')), lom('description', said(rights))]),
    ]),
  ]);
}

const item = (identifier: string, title: string, identifierref: string | undefined, inside: readonly Xml[] = []) =>
  el('item', { identifier, identifierref }, [el('title', {}, title), ...inside]);

function organization(modules: readonly Module[], about: boolean): Xml {
  const items = modules.map(({ id, title, entries, quiz }) =>
    item(id, title, undefined, [
      ...entries.map((entry) => item(`item-${entry.id}`, entry.title, entry.id)),
      ...(quiz ? [item(`item-quiz-${quiz.section}`, quizTitle(quiz), `quiz-${quiz.section}`)] : []),
    ]),
  );
  const first = about ? [item('item-about', t('quiz.cartridge.about'), 'about')] : [];
  const root = el('item', { identifier: 'root' }, [...first, ...items]);
  return el('organizations', {}, el('organization', { identifier: 'course', structure: 'rooted-hierarchy' }, root));
}

const quizTitle = ({ title }: BankGroup) => t('quiz.cartridge.quiz', { section: title });

const resource = (identifier: string, type: string, href: string, entry = false) =>
  el('resource', { identifier, type, href: entry ? href : undefined }, el('file', { href }));

const entryFile = ({ id, body }: Entry) => (body ? `pages/${id}.html` : `links/${id}.xml`);
const quizFile = ({ section }: BankGroup) => `quizzes/quiz-${section}.xml`;

/** The page that says what the cartridge is, where it comes from, and on what terms. */
function aboutPage(kind: CartridgeKind, at: At): string {
  const shown = (page: string) => el('a', { href: at(page) }, at(page)).xml;
  const addresses = messageHtml(t('quiz.cartridge.addresses'), { home: shown('/'), quiz: shown(quizPage) });
  const body = [
    el('p', {}, t(kind === 'moodle' ? 'quiz.cartridge.textMoodle' : 'quiz.cartridge.text')),
    el('p', {}, raw(addresses)),
    el('p', {}, t('quiz.cartridge.rights', { site: siteTitle, licence: licence.name, url: licence.url })),
  ];
  return htmlPage(siteTitle, body, kind === 'full');
}

const webLink = ({ title, url }: Entry, { cc, link }: Version) =>
  xmlDocument(el('webLink', { xmlns: `${cc}/${link.namespace}` }, [el('title', {}, title), el('url', { href: url })]));

function manifest(kind: CartridgeKind, bank: Bank, modules: readonly Module[]): string {
  const full = kind !== 'thin';
  const { cc, lom: lomNamespace, link: linkKind, quizType } = versions[kind];
  const resources = [
    ...(full ? [resource('about', 'webcontent', 'about.html', true)] : []),
    ...modules.flatMap(({ entries }) =>
      entries.map((entry) =>
        resource(entry.id, entry.body ? 'webcontent' : linkKind.type, entryFile(entry), !!entry.body),
      ),
    ),
    ...modules.flatMap(({ quiz }) => (quiz ? [resource(`quiz-${quiz.section}`, quizType, quizFile(quiz))] : [])),
  ];
  const namespaces = { xmlns: `${cc}/imscp_v1p1`, 'xmlns:lomimscc': lomNamespace };
  return xmlDocument(
    el('manifest', { identifier: identifiers[kind], ...namespaces }, [
      metadata(kind, bank.language),
      organization(modules, full),
      el('resources', {}, resources),
    ]),
  );
}

/** A module as the thin cartridge has it, which holds nothing but links. */
const thinModule = ({ id, title, entries }: Module): Module => ({
  id,
  title,
  entries: entries.map(({ id: entry, title: name, url }) => ({ id: entry, title: name, url })),
});

/**
 * The site as a Common Cartridge: a module for each section and each path, for labs and for lessons. Pages of the site are web links. The full
 * one has drawings and labs in frames, the plans of the lessons, and a quiz in each section with questions; the one for Moodle has pictures and links
 * in place of frames and quizzes. The thin one has links alone.
 */
export function cartridgeFile(kind: CartridgeKind, bank: Bank, origin: string | undefined, base: string): Uint8Array {
  const at = atSite(origin, base);
  const whole = modulesOf(kind, bank, at);
  const modules = kind === 'thin' ? whole.map(thinModule) : whole;
  const files = new Map([['imsmanifest.xml', manifest(kind, bank, modules)]]);
  if (kind !== 'thin') files.set('about.html', aboutPage(kind, at));
  for (const { entries, quiz } of modules) {
    for (const entry of entries)
      files.set(
        entryFile(entry),
        entry.body ? htmlPage(entry.title, entry.body, kind === 'full') : webLink(entry, versions[kind]),
      );
    if (quiz) files.set(quizFile(quiz), assessment({ ...quiz, title: quizTitle(quiz) }));
  }
  return zipOf(files);
}
