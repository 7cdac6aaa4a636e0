import { t } from 'virtual:i18n/mark';

/** State of a question since the page was opened or the quiz restarted. Not persisted. */
interface Question {
  field: HTMLElement;
  answer: HTMLDetailsElement;
  inputs: HTMLInputElement[];
  output: HTMLElement;
  /** Whether the first try was correct; `undefined` before it. */
  first?: boolean | undefined;
}

/** Sets up a quiz: marks, retries, and a score for first tries. */
function setUp(quiz: HTMLElement): void {
  const score = quiz.querySelector<HTMLElement>('.score')!;
  const questions = [...quiz.querySelectorAll<HTMLElement>('[role=group]')].map((field): Question => ({
    field,
    answer: field.nextElementSibling as HTMLDetailsElement,
    inputs: [...field.querySelectorAll('input')],
    output: field.querySelector('output')!,
  }));

  const count = () => {
    const given = questions.filter(({ first }) => first !== undefined).length;
    const right = questions.filter(({ first }) => first).length;
    score.hidden = given === 0;
    score.querySelector('output')!.textContent = t('mark.score', { right, given, all: questions.length });
  };

  const clear = (question: Question) => {
    question.field.removeAttribute('data-mark');
    question.output.replaceChildren();
  };

  const mark = (question: Question) => {
    const { field, answer, inputs, output } = question;
    const chosen = inputs.find(({ checked }) => checked)?.value;
    if (!chosen) return output.replaceChildren(t('mark.none'));
    const right = chosen === field.dataset.right;
    question.first ??= right;
    field.dataset.mark = right ? 'right' : 'wrong';
    const note = answer.querySelector(`[data-shown~="${chosen}"] span`)?.cloneNode(true);
    output.replaceChildren(t(right ? 'mark.right' : 'mark.wrong'), ...(note ? [' ', note] : []));
    if (right) answer.open = true;
    count();
  };

  for (const question of questions) {
    const marks = question.output.parentElement!;
    marks.hidden = false;
    marks.querySelector('button')!.addEventListener('click', () => mark(question));
    question.field.addEventListener('change', () => clear(question));
    // A choice made after opening the answer does not count as a try.
    question.answer.addEventListener('toggle', () => {
      if (question.answer.open) question.first ??= false;
    });
  }
  score.querySelector('button')!.addEventListener('click', () => {
    for (const question of questions) {
      clear(question);
      question.answer.open = false;
      question.first = undefined;
      for (const input of question.inputs) input.checked = false;
    }
    count();
    questions[0]!.inputs[0]!.focus();
  });
}

const quizzes = [...document.querySelectorAll<HTMLElement>('[data-quiz]')];
quizzes.forEach(setUp);

// Not every browser prints closed disclosures.
let opened: HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
  opened = quizzes.flatMap((quiz) => [...quiz.querySelectorAll<HTMLDetailsElement>('details:not([open])')]);
  for (const answer of opened) answer.open = true;
});
addEventListener('afterprint', () => {
  for (const answer of opened) answer.open = false;
});
