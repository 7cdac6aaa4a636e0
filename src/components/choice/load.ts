// The form's behaviour is loaded when a reader answers, or comes with answers in the address: who only reads needs none of it.
const form = document.querySelector<HTMLElement>('#choice')!;
const load = () => void import('./form.ts').catch(() => undefined);
const loadForAnswers = () => location.hash.includes('=') && load();

form.addEventListener('change', load, { once: true });
addEventListener('hashchange', loadForAnswers);
// A browser may have kept the answers of an earlier visit.
if (form.querySelector(':checked')) load();
else loadForAnswers();

const button = document.querySelector<HTMLElement>('[data-print]')!;
button.parentElement!.hidden = false;
button.addEventListener('click', () => {
  document.documentElement.classList.add('print-record');
  print();
});
addEventListener('afterprint', () => document.documentElement.classList.remove('print-record'));

export {};
