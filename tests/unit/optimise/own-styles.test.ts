import postcss, { type Rule } from 'postcss';
import { expect, test } from 'vitest';
import { addSetWords, ClassIndex, pageSheets, ruleUse } from '#features/optimise/own-styles.ts';

const index = new ClassIndex();
index.add('a', '<p class="hero all">');
index.add('b', '<p class="all rare">');
for (const page of [...'cdefghij']) index.add(page, '<p class="all">');
const ruleOf = (css: string) => postcss.parse(css).first as Rule;
const sheetOf = (css: string, page: string, scripted: string[] = []) =>
  pageSheets(css, ruleUse(index, new Set(scripted)))(page);

test('a page gets the rules whose classes it has, condition and all', () => {
  const css = '.all{color:red}.hero{margin:0}@media print{.all .rare{margin:0}}';
  expect(sheetOf(css, 'a')).toBe('.all{color:red}.hero{margin:0}');
  expect(sheetOf(css, 'b')).toBe('.all{color:red}@media print{.all .rare{margin:0}}');
  expect(sheetOf(css, 'c')).toBe('.all{color:red}');
});

test('a page keeps a rule that may fit without the class, or once a script has run', () => {
  for (const css of ['.hero,.all{margin:0}', '.all:not(.hero){margin:0}', ':is(.hero,.all){margin:0}', 'p{margin:0}'])
    expect(sheetOf(css, 'c')).toBe(css);
  expect(sheetOf('.hero{margin:0}', 'c', ['hero'])).toBe('.hero{margin:0}');
  // No page has it as it was built: what adds it is not known.
  expect(sheetOf('.added{margin:0}', 'c')).toBe('.added{margin:0}');
});

test('conditions that nothing is left in go, statements and animations stay', () => {
  expect(sheetOf('@layer x,y;@layer x{@media print{.hero{margin:0}}}', 'c')).toBe('@layer x,y');
  expect(sheetOf('@keyframes k{to{margin:0}}', 'c')).toBe('@keyframes k{to{margin:0}}');
});

test('a rule is the own of few pages if each of its selectors needs a class that few have', () => {
  const { isOwn } = ruleUse(index, new Set(['set']));
  expect(isOwn(ruleOf('.hero{margin:0}'))).toBe(true);
  expect(isOwn(ruleOf('.all .hero,.rare{margin:0}'))).toBe(true);
  expect(isOwn(ruleOf('.hero,.all{margin:0}'))).toBe(false);
  expect(isOwn(ruleOf('.set{margin:0}'))).toBe(false);
});

test('a script sets the classes that it names, in any of the forms, and not what it asks for or says', () => {
  const words = new Set<string>();
  addSetWords(`error.stack;a.className="found big";q('.entry, .claim');l="/topics/";say("timeline")`, words);
  addSetWords(
    "make('p',{class:'made'});b.innerHTML='<i class=\"inner\">';c.classList.toggle(`open`,!0);d={class:`x ${y?'z':''}`}",
    words,
  );
  expect([...words].sort()).toEqual(['big', 'found', 'inner', 'made', 'open', 'x', 'y', 'z']);
});
