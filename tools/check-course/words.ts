import all from '../../content/i18n/en.json' with { type: 'json' };
import { translator } from '../../src/shared/message.ts';

type Own = Extract<keyof typeof all, `check.${string}` | `checkCommand.${string}`>;

/** Translates a message of the check or of the command, from the file with all interface strings. */
export const t = translator<Own>(all, 'en');
