import { keepWords } from '#shared/command-lines.ts';
import { escapeHtml } from '#shared/html.ts';
import type { RecordedStep } from '../record/schema.ts';

type Line = RecordedStep['lines'][number];

const typed = ({ prompt, line }: Line) =>
  `<span class="cmd"><span class="lab-prompt">${escapeHtml(prompt)}</span><kbd>${keepWords(line)}</kbd>\n</span>`;
// Blank lines around an output are the shell's, not the program's: they would only pull the transcript apart.
const printed = ({ output }: Line) => {
  const text = output.replace(/^\n+|\n+$/g, '').replaceAll('\r', '');
  return text === '' ? '' : `<span class="lab-out">${escapeHtml(text)}\n</span>`;
};

/** HTML of a recorded step: each line after its prompt, and its output. */
export const transcript = (step: RecordedStep): string =>
  step.lines
    .map((line) => typed(line) + printed(line))
    .join('')
    .trimEnd();

/** HTML of only the lines of a step, as a reader types them. */
export const commands = (step: RecordedStep): string => step.lines.map(typed).join('').trimEnd();
