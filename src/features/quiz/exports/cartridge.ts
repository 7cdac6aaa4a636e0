import { listEntries } from '#model/entries.ts';
import { t } from '#model/i18n.ts';
import { absolute, pageWords } from '#model/model.ts';
import { quizPage, quizSections } from '#model/quiz.ts';
import { sidebarGroups } from '#model/sidebar.ts';
import { plainText } from '#shared/inline-markdown.ts';
import { licence, siteTitle } from '#site.ts';
import type { Bank, BankGroup } from './bank.ts';
import { assessment } from './qti12.ts';
import { el, raw, xmlDocument, type Xml } from './xml.ts';
import { zipOf } from './zip.ts';

/** Something that a module of a course leads to. */
interface Link {
  /** Identifier of its resource, one in the whole cartridge. */
  id: string;
  title: string;
  url: string;
}

/** One module of a course: links to pages, and a quiz. */
interface Module {
  id: string;
  title: string;
  links: Link[];
  quiz?: BankGroup | undefined;
}

/**
 * Which cartridge: with questions and a page of its own, or with links alone. `full11` is the full one in version 1.1: Moodle's converters know 1.0
 * and 1.1 only (`backup/converter` of its source), and the thin kind came with 1.2.
 */
export type CartridgeKind = 'full' | 'full11' | 'thin';

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
  full11: version('1.1'),
  thin: version('1.3'),
};
/** Identifier of each manifest. */
const identifiers: Readonly<Record<CartridgeKind, string>> = {
  full: 'containers-vs-vms',
  full11: 'containers-vs-vms-cc11',
  thin: 'containers-vs-vms-links',
};

type At = (address: string) => string;

/** An address as an identifier: letters, digits and hyphens. */
const idOf = (address: string) => address.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

const linkTo = (prefix: string, address: string, at: At, note?: string): Link => {
  const { title } = pageWords(address);
  return { id: `${prefix}-${idOf(address)}`, title: note ? `${title}: ${plainText(note)}` : title, url: at(address) };
};

/** A module for each section, with its quiz, and one for each path, in the order of the pages. */
function modulesOf({ groups }: Bank, at: At): Module[] {
  const sections = quizSections.flatMap((section): Module[] => {
    const pages = sidebarGroups().find(({ addresses }) => addresses.includes(`/${section}/`))?.addresses ?? [];
    const group = groups.find((one) => one.section === section)!;
    const links = pages.map((page) => linkTo('page', page, at));
    return [{ id: `module-${section}`, title: group.title, links, quiz: group }];
  });
  const paths = listEntries('paths').map(({ id, name, steps }): Module => {
    const links = steps.map(({ page, note }) => linkTo(`path-${id}`, page, at, note));
    return { id: `module-path-${id}`, title: t('quiz.cartridge.path', { name }), links };
  });
  return [...sections, ...paths];
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
  const items = modules.map(({ id, title, links, quiz }) =>
    item(id, title, undefined, [
      ...links.map((link) => item(`item-${link.id}`, link.title, link.id)),
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

const linkFile = ({ id }: Link) => `links/${id}.xml`;
const quizFile = ({ section }: BankGroup) => `quizzes/quiz-${section}.xml`;

/** The page that says what the cartridge is, where it comes from, and on what terms. */
function aboutPage({ language }: Bank, at: At): string {
  const paragraphs = [
    el('h1', {}, siteTitle),
    el('p', {}, t('quiz.cartridge.text')),
    el('p', {}, [el('a', { href: at('/') }, at('/')), raw(' · '), el('a', { href: at(quizPage) }, at(quizPage))]),
    el('p', {}, t('quiz.cartridge.rights', { site: siteTitle, licence: licence.name, url: licence.url })),
  ];
  const head = el('head', {}, [raw('<meta charset="utf-8"/>'), el('title', {}, siteTitle)]);
  return `<!DOCTYPE html>\n${el('html', { lang: language }, [head, el('body', {}, paragraphs)]).xml}\n`;
}

const webLink = ({ title, url }: Link, { cc, link }: Version) =>
  xmlDocument(el('webLink', { xmlns: `${cc}/${link.namespace}` }, [el('title', {}, title), el('url', { href: url })]));

function manifest(kind: CartridgeKind, bank: Bank, modules: readonly Module[]): string {
  const full = kind !== 'thin';
  const { cc, lom: lomNamespace, link: linkKind, quizType } = versions[kind];
  const resources = [
    ...(full ? [resource('about', 'webcontent', 'about.html', true)] : []),
    ...modules.flatMap(({ links }) => links.map((link) => resource(link.id, linkKind.type, linkFile(link)))),
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

/**
 * The site as a Common Cartridge: a module for each section and each path, pages as web links and, in the full ones, a quiz in each
 * section. The thin one has links alone.
 */
export function cartridgeFile(kind: CartridgeKind, bank: Bank, origin: string | undefined, base: string): Uint8Array {
  const at: At = (address) => absolute(address, origin, base);
  const modules = modulesOf(bank, at).map((module) => (kind === 'thin' ? { ...module, quiz: undefined } : module));
  const files = new Map([['imsmanifest.xml', manifest(kind, bank, modules)]]);
  if (kind !== 'thin') files.set('about.html', aboutPage(bank, at));
  for (const { links, quiz } of modules) {
    for (const link of links) files.set(linkFile(link), webLink(link, versions[kind]));
    if (quiz) files.set(quizFile(quiz), assessment({ ...quiz, title: quizTitle(quiz) }));
  }
  return zipOf(files);
}
