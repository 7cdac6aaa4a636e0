import { keepWords } from '#shared/command-lines.ts';
import { escapeHtml } from '#shared/html.ts';
import type { Block } from './form/schema.ts';
import type { RecordedBlock } from './record/recording.ts';

/** Transcripts with more lines of output than this are collapsed. */
const folded = 6;

/**
 * Renders a block's transcript as HTML: each command after its prompt, as on the page or as run instead of it, and its output.
 * @param skipped text for a command that was not run, from its reason
 * @param nothing text for a block that printed nothing at all
 */
export function transcript(
  { as, commands = [] }: Block,
  recorded: RecordedBlock,
  skipped: (reason: NonNullable<Block['notRun']>) => string,
  nothing: string,
): string {
  const prompt = as === 'root' ? '#' : '$';
  let next = 0;
  const silent = recorded.commands.every(({ output }) => output === '') ? `<i>${escapeHtml(nothing)}</i>` : '';
  const shown = commands
    .map(({ run, instead, show, showLast = 0, notRun }) => {
      const typed = `<span class="cmd">${prompt} <b>${keepWords(instead ?? run)}</b>\n</span>`;
      if (notRun) return `${typed}<i>${escapeHtml(skipped(notRun))}</i>\n`;
      const lines = recorded.commands[next++]!.output.split('\n');
      const output =
        show !== undefined && lines.length > show + showLast
          ? [...lines.slice(0, show), '…', ...lines.slice(lines.length - showLast)].join('\n')
          : lines.join('\n');
      return output === '' ? typed : `${typed}${escapeHtml(output)}\n`;
    })
    .join('');
  return `${shown}${silent}`.replace(/\n(<\/span>)?$/, '$1');
}

/** Whether a recording is too long to be shown expanded. */
export const isLong = ({ commands }: RecordedBlock): boolean =>
  commands.reduce((lines, { output }) => lines + (output === '' ? 0 : output.split('\n').length), 0) > folded;

/** Images built for the recording by `tools/commands/guest/setup.sh`, since the VM has no internet to pull from. */
export const madeHere: readonly string[] = ['alpine', 'busybox', 'debian:stable', 'gcc', 'nginx'];

/** Names of the images in a block that were replaced by images of Debian packages when it was run. */
export const standIns = ({ before = '', commands = [] }: Block): string[] =>
  madeHere.filter(
    (image) =>
      new RegExp(`FROM ${image} `).test(before) ||
      commands.some(
        ({ run, notRun }) =>
          !notRun && /^(?:time )?(?:docker|podman)\b/.test(run) && new RegExp(`[ /]${image}(?= |$)`).test(run),
      ),
  );

/** Whether a block measures time: everything takes longer in the VM, whose processor is emulated. */
export const takesTimes = ({ commands = [] }: Block): boolean => commands.some(({ run }) => run.startsWith('time '));
