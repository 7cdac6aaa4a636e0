import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deckMarkdown } from '#features/courseware/deck/markdown.ts';
import { deckPptx } from '#features/courseware/deck/pptx.ts';
import { deckPdf } from '#features/courseware/deck/pdf.ts';
import { readDecks, decksFile } from '#features/courseware/deck/read.ts';
import { atSite } from '#model/model.ts';
import { siteDecks } from '#features/courseware/deck/site-decks.ts';
import { beginPdf } from '#features/courseware/pdf/document.ts';
import { drawSvg } from '#features/courseware/pdf/drawing.ts';
import { readDiagram } from '#features/diagrams/index.ts';
import { siteModel } from '#model/model.ts';
import { formatProblems } from '#shared/problem.ts';
import { readPdf } from '../../support/read-pdf.ts';

const at = atSite('https://example.org', '/sub/');
const glance = () => siteDecks().find(({ id }) => id === 'at-a-glance')!;

describe('a deck in Markdown', () => {
  test('has one sentence, one picture and notes with source and short link on each slide', () => {
    const slides = deckMarkdown(glance(), 'marp', at).split('\n\n---\n\n').slice(1, -1);
    expect(slides).toHaveLength(glance().slides.length);
    for (const slide of slides) {
      expect(slide.match(/^## /gm)).toHaveLength(1);
      expect(
        slide.match(/!\[[^\]]+\]\(https:\/\/example\.org\/sub\/d\/[a-z0-9-]+-slide-transparent\.svg#tight\)/g),
      ).toHaveLength(1);
      expect(slide).toMatch(/Source: .+ https:\/\//);
      expect(slide).toMatch(/<!--\n[^]*https:\/\/example\.org\/sub\/go\/[a-z-]+\/[^]*\n-->$/);
    }
  });
  test('has its notes as reveal.js reads them, and no directives of Marp', () => {
    const deck = deckMarkdown(glance(), 'reveal', at);
    expect(deck).not.toMatch(/^marp:|_class|_footer/m);
    expect(deck.match(/^Note:$/gm)!.length).toBe(glance().slides.length + 1);
  });
  test('has its picture and a white ground on each slide for reveal.js, whose slides may be black', () => {
    const [title, ...slides] = deckMarkdown(glance(), 'reveal', at).split('\n\n---\n\n');
    expect(title).toContain('data-background-color="#ffffff"');
    for (const slide of slides) expect(slide).toContain('data-background-color="#ffffff"');
    for (const slide of slides.slice(0, -1))
      expect(slide).toMatch(
        /data-background-image="https:\/\/example\.org\/sub\/d\/[a-z0-9-]+-slide-transparent\.svg#tight"/,
      );
  });
  test('of a trait tells when its sentences hold', () => {
    const isolation = siteDecks().find(({ id }) => id === 'isolation')!;
    expect(deckMarkdown(isolation, 'marp', at)).toMatch(/Holds: .+\nDoes not hold: .+/);
  });
});

test('there is a deck for each trait', () =>
  expect(siteDecks().map(({ id }) => id)).toEqual(['at-a-glance', ...siteModel().data.traits.map(({ id }) => id)]));

test('a deck for PowerPoint has a slide and notes for each sentence, and the same bytes each time', async () => {
  const deck = siteDecks().find(({ id }) => id === 'portability')!;
  const [one, other] = [await deckPptx(deck, at), await deckPptx(deck, at)];
  expect(Buffer.compare(one, other)).toBe(0);
  const parts = unzipSync(one);
  const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  expect(slides).toHaveLength(deck.slides.length + 2);
  expect(strFromU8(parts['ppt/slides/slide2.xml']!)).toContain('What can move where');
  expect(strFromU8(parts['ppt/notesSlides/notesSlide2.xml']!)).toContain('https://example.org/sub/go/portability/');
}, 60_000);

describe('a deck as PDF', () => {
  const deck = siteDecks().find(({ id }) => id === 'portability')!;
  test('has a page for each sentence with its picture in words and its short link, and the same bytes each time', async () => {
    const [one, other] = [await deckPdf(deck, at), await deckPdf(deck, at)];
    expect(Buffer.compare(one, other)).toBe(0);
    const { pages, size, text, title, links, parts, alternatives } = await readPdf(one);
    expect(size).toEqual([960, 540]);
    expect(title).toBe(deck.title);
    expect(pages).toBeGreaterThanOrEqual(deck.slides.length + 3);
    for (const [index, { says, diagram }] of deck.slides.entries()) {
      expect(text).toContain(says.split(' ').slice(0, 4).join(' '));
      expect(parts[index + 1]).toEqual(['H2', 'Figure', 'P']);
      expect(alternatives[index]).toBe(readDiagram(diagram).accDescr);
    }
    expect(new Set(links)).toEqual(new Set(['https://example.org/sub/go/portability/']));
  });
  test('has the sources at its end', async () =>
    expect((await readPdf(await deckPdf(deck, at))).text).toMatch(/Notes to the slides .*Source: .+ https:\/\//));
  test('is not made of a drawing with a part that nobody taught it to draw', () => {
    const { pdf } = beginPdf('A');
    pdf.addPage();
    const svg = '<svg viewBox="0 0 9 9"><ellipse rx="1" ry="2"/></svg>';
    expect(() => drawSvg(pdf, svg, { x: 0, y: 0, width: 9, height: 9 })).toThrow('A drawing has <ellipse>');
  });
});

describe('a deck that is not sound is told', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'decks-'));
  beforeAll(() => {
    mkdirSync(path.join(root, 'content/data'), { recursive: true });
    cpSync('content/diagrams', path.join(root, 'content/diagrams'), { recursive: true });
    writeFileSync(
      path.join(root, 'content/diagrams/slides/choose-flow.draw'),
      '<svg viewBox="0 0 700 426"><rect class="kernel" x="0" y="0" width="700" height="426">Kernel</rect></svg>',
    );
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const told = (slide: string) => {
    const slides = Array.from({ length: 3 }, () => `    - ${slide}`).join('\n');
    writeFileSync(path.join(root, decksFile), `- id: a\n  title: A\n  page: /\n  slides:\n${slides}\n`);
    return formatProblems(readDecks(root, siteModel().data, siteModel().anchors).problems);
  };
  test.each([
    [
      'a drawing that is not there',
      '{ says: A., diagram: stack-vm, page: /, sources: [nist-800-190] }',
      'slide 1 of "a": there is no drawing "stack-vm"\n    The nearest known ids are stack-vms',
    ],
    ['a page that is not there', '{ says: A., diagram: stack-vms, page: /trait/ }', 'there is no page /trait/'],
    ['a source that is not there', '{ says: A., diagram: stack-vms, page: /, sources: [x] }', 'there is no source "x"'],
    ['no sentence', '{ diagram: stack-vms, page: / }', 'slides.0.says: '],
    [
      'a sentence without a source',
      '{ says: A., diagram: stack-vms, page: / }',
      'slide 1 of "a": its sentence has no source',
    ],
    [
      'a sentence too long for a slide',
      `{ says: ${'a'.repeat(121)}, diagram: stack-vms, page: / }`,
      'slide 1 of "a": its sentence has 121 letters, more than 120, which two lines hold\n    Shorten it in content/data/decks.yml',
    ],
    [
      'a drawing that the last row can read only where it fills the slide',
      '{ says: A., diagram: choose-flow, page: /, sources: [nist-800-190] }',
      'slide 1 of "a": the smallest words of "choose-flow" have 14.6 points beside the sentence, fewer than 18\n    Draw it for slides in content/diagrams/slides/choose-flow.draw',
    ],
  ])('%s', (_, slide, message) => expect(told(slide)).toContain(message));
  test('a sentence of a trait that is too long for a slide, or without a source', () => {
    const { data } = siteModel();
    const [first, ...rest] = data.traits;
    const long = { ...first!, sources: [], vm: { ...first!.vm, sentence: 'a'.repeat(121) } };
    const sides = 'opening: stack-vms, containers: stack-containers, vms: stack-vms';
    writeFileSync(path.join(root, decksFile), `- { id: a, trait: ${long.id}, ${sides} }\n`);
    const message = formatProblems(readDecks(root, { ...data, traits: [long, ...rest] }, siteModel().anchors).problems);
    expect(message).toContain('slide 3 of "a": its sentence has 121 letters');
    expect(message).toContain('Shorten it in content/data/traits.yml');
    expect(message).toContain('slide 2 of "a": its sentence has no source');
  });
  test('a trait that is not there, and a deck twice', () => {
    const deck = (trait: string) =>
      `- { id: a, trait: ${trait}, opening: stack-vms, containers: stack-vms, vms: stack-vms }\n`;
    writeFileSync(path.join(root, decksFile), deck('isolaton'));
    expect(formatProblems(readDecks(root, siteModel().data, siteModel().anchors).problems)).toContain(
      'there is no trait "isolaton"',
    );
    writeFileSync(path.join(root, decksFile), deck('isolation') + deck('isolation'));
    expect(formatProblems(readDecks(root, siteModel().data, siteModel().anchors).problems)).toContain(
      'the deck "a" is there twice',
    );
  });
});
