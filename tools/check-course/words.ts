import all from '../../content/i18n/en.json' with { type: 'json' };
import { translator } from '../../src/shared/message.ts';

type Own = Extract<keyof typeof all, `check.${string}` | `checkCommand.${string}`>;

/** Returns a sentence of the check or of the command, from the file that has all of the interface's. */
export const t = translator<Own>(all, 'en');
