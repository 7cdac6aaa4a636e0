import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { unusedScripts } from '#features/optimise/unused-scripts.ts';

test('a script is unused that no frame and no joined file asks for, not even by another script', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'scripts-'));
  try {
    mkdirSync(path.join(folder, '_astro'));
    const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
    write('frame.html', '<script type="module" src="/_astro/frame.aa.js"></script>');
    write('_astro/frame.aa.js', '1');
    write('_astro/site.bb.js', 'import("./later.cc.js")');
    write('_astro/later.cc.js', 'import{a}from"./chunk.dd.js"');
    write('_astro/chunk.dd.js', '2');
    write('_astro/joined.ee.js', 'import{a}from"./only.ff.js"');
    write('_astro/only.ff.js', '3');
    expect(unusedScripts(folder, ['frame.html'], ['site.bb.js']).sort()).toEqual([
      '_astro/joined.ee.js',
      '_astro/only.ff.js',
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
