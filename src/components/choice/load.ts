// Loads the form's behaviour when a reader answers a question or arrives with answers in the address. Others do not need it.
const form = document.querySelector<HTMLElement>('#choice')!;
const load = () => void import('./form.ts').catch(() => undefined);
const loadForAnswers = () => location.hash.includes('=') && load();

form.addEventListener('change', load, { once: true });
addEventListener('hashchange', loadForAnswers);
// The browser may have restored the answers of an earlier visit.
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
