import { existsSync } from 'node:fs';
import { ensureEngines } from '../../../tools/browsers/engines.ts';

/** Gets the engines; says which are missing, and ends the run where tests decide. */
export default function setup(): void {
  if (!existsSync('dist/index.html')) throw new Error('dist holds no built site. Run "npm run build" first.');
  const missing = ensureEngines();
  for (const line of missing) console.warn(line);
  if (missing.length > 0 && process.env.CI)
    throw new Error(`The site cannot be tested in every engine:\n${missing.join('\n')}`);
}
