import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('Pagefind, which the bench of the search sets beside it, finds pages of the built site', () => {
  // As the bench is run: what a test runner rewrites, a page cannot be given.
  const script = `
    import { askPagefind } from './tools/bench/search/pagefind.ts';
    console.log('answers', JSON.stringify([...(await askPagefind('dist', ['hypervisor', 'overlayfs']))]));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  const answers = new Map<string, string[]>(JSON.parse(/^answers (.*)$/m.exec(printed)![1]!) as [string, string[]][]);
  expect(answers.get('hypervisor')?.[0]).toMatch(/^\/[a-z-]+\//);
  expect(answers.get('overlayfs')).not.toEqual(answers.get('hypervisor'));
});
