import { watch, words } from 'virtual:choice';
import { t } from 'virtual:i18n/choice';
import { decide, givenAnswers, type Answers, type Decision, type Given, type Rules } from '#model/decide.ts';
import { hashOf, readHash } from './address.ts';

// The rules and most of their text are in the page once, in the form and the table of outcomes. This script reads them from there.
const form = document.querySelector<HTMLElement>('#choice')!;
const inputs = [...form.querySelectorAll<HTMLInputElement>('input')];
const rows = new Map(
  [...document.querySelectorAll<HTMLElement>('[data-outcome]')].map((row) => [row.dataset.outcome!, row]),
);
const fields = [...form.querySelectorAll<HTMLElement>('[role=group]')].map((field) => ({
  id: field.dataset.question!,
  key: field.dataset.key!,
  inputs: inputs.filter(({ name }) => name === field.dataset.question),
}));
const list = (ids: string | undefined) => (ids ? ids.split(' ') : []);
const rules: Rules = {
  questions: fields.map(({ id, inputs: own }) => ({
    id,
    answers: own.map(({ value, dataset }) => ({
      id: value,
      points: list(dataset.points),
      excludes: list(dataset.excludes),
    })),
  })),
  outcomes: [...rows].map(([id, { dataset }]) => ({ id, fallback: dataset.fallback !== undefined })),
};
const addressed = fields.map(({ id, key, inputs: own }) => ({ id, key, answers: own.map(({ value }) => value) }));

const textOf = (node: Element | null | undefined) => (node?.textContent ?? '').trim().replace(/\s+/g, ' ');
/** Text of one part of an outcome's row. */
const say = (id: string | undefined, part: string) =>
  textOf(id === undefined ? null : rows.get(id)?.querySelector(`[data-part=${part}]`));
const short = (id: string) => rows.get(id)!.dataset.short!;
const inputOf = ({ question, id }: Given) => inputs.find(({ name, value }) => name === question && value === id)!;
const answer = (given: Given) => textOf(inputOf(given).labels![0]);
const beside = (given: Given, part: string) => textOf(inputOf(given).closest('li')!.querySelector(`.${part}`));

const ruledOut = (one: Given) => t('choice.by', { outcomes: t.list(one.excludes.map(short)), answer: answer(one) });

/** Fills every element with this name with a text or a list. Hides rows of the result that would be empty. */
function fill(name: string, words: string | readonly string[]): void {
  for (const place of document.querySelectorAll<HTMLElement>(`[data-fill=${name}]`)) {
    const inRecord = place.closest('[data-record]');
    const items = typeof words === 'string' ? [words] : words;
    if (inRecord)
      place.textContent = items.length > 1 ? `\n${items.map((item) => `- ${item}`).join('\n')}` : (items[0] ?? '');
    else if (typeof words === 'string') place.textContent = words;
    else place.replaceChildren(bullets(words));
    if (place.tagName === 'DD') place.parentElement!.hidden = items.every((item) => item === '');
  }
}

function bullets(items: readonly string[]): HTMLElement {
  const made = document.createElement('ul');
  made.append(...items.map((item) => Object.assign(document.createElement('li'), { textContent: item })));
  return made;
}

const sheetOf = (): Answers =>
  Object.fromEntries(inputs.filter(({ checked }) => checked).map(({ name, value }) => [name, value]));

function show(decision: Decision, given: readonly Given[], hash: string): void {
  const { outcome, second, because, conflict } = decision;
  const url = location.href.split('#')[0]! + hash;
  fill('outcome', say(outcome, 'name'));
  fill('chosen', say(outcome, 'name'));
  const said = words[outcome ?? ''];
  fill('what', said?.what ?? '');
  fill('givesUp', said?.givesUp ?? '');
  fill('decideAgain', said?.decideAgain ?? '');
  fill('ask', say(outcome, 'ask'));
  fill('second', (outcome && (second ? say(second, 'name') : t('choice.noSecond'))) || '');
  fill(
    'because',
    because.map((one) => `${answer(one)} ${beside(one, 'because')}`),
  );
  fill('conflict', conflict.map(answer));
  fill('out', given.filter(({ excludes }) => excludes.length > 0).map(ruledOut));
  fill('then', given.map(({ question, id }) => watch[`${question}.${id}`] ?? '').filter(Boolean));
  fill(
    'answers',
    given.map((one) => `${textOf(inputOf(one).closest('[role=group]')!.querySelector('h3'))} ${answer(one)}`),
  );
  fill('date', given.length > 0 ? new Date().toLocaleDateString('sv') : '');
  fill('link', given.length > 0 ? url : '');
  for (const place of form.querySelectorAll('[data-fill=link]'))
    place.replaceChildren(Object.assign(document.createElement('a'), { href: hash, textContent: url }));
}

/**
 * Shows the result of the answers.
 * @param unknown parts of the address that match no answer
 */
function update(unknown: readonly string[] = []): void {
  const sheet = sheetOf();
  const given = givenAnswers(rules, sheet);
  const decision = decide(rules, sheet);
  const { outcome, second } = decision;
  const names = { outcome: say(outcome, 'name'), second: say(second, 'name') };
  const proposal = !outcome ? t('choice.open') : t(second ? 'choice.soFarSecond' : 'choice.soFar', names);
  form.querySelector('output')!.textContent =
    given.length > 0 ? `${proposal} ${t('choice.answered', { given: given.length, all: fields.length })}` : '';
  form.querySelector<HTMLElement>('.so-far')!.hidden = given.length === 0;
  form.querySelector<HTMLElement>('[data-result]')!.hidden = given.length === 0 && unknown.length === 0;
  show(decision, given, hashOf(addressed, sheet));
  if (given.length > 0 && !outcome) fill('outcome', t('choice.open'));
  fill('unknown', unknown.map((part) => t('choice.unknown', { part })).join(' '));
  form.querySelector<HTMLElement>('.unknown')!.hidden = unknown.length === 0;
}

/** Fills in the form from the address, so that decisions can be linked. */
function readAddress(): boolean {
  const read = readHash(addressed, location.hash);
  if (!read) return false;
  for (const input of inputs) input.checked = read.sheet[input.name] === input.value;
  update(read.unknown);
  document.getElementById('result')!.scrollIntoView();
  return true;
}

function answered(): void {
  update();
  history.replaceState(null, '', hashOf(addressed, sheetOf()) || location.pathname + location.search);
}

form.addEventListener('change', answered);
form.querySelector('.so-far a')!.addEventListener('click', (event) => {
  // The address already contains the answers.
  event.preventDefault();
  document.getElementById('result')!.scrollIntoView();
});
form.querySelector('[data-clear]')!.addEventListener('click', () => {
  for (const input of inputs) input.checked = false;
  answered();
  inputs[0]!.focus();
});
addEventListener('hashchange', readAddress);
if (!readAddress()) answered();
