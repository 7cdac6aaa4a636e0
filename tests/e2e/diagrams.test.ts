import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { findBrowser } from '#shared/browser.ts';

const front = `---
title: A title
accTitle: A name
accDescr: A description that is long enough to tell the whole drawing to someone who cannot see it.
caption: What to notice.
---
`;

test(
  'a syntax error is told with its line, leaves the old drawing as it was, and keeps no other from being drawn',
  { tag: '@long' },
  () => {
    const root = mkdtempSync(path.join(tmpdir(), 'diagrams-'));
    const folder = path.join(root, 'content/diagrams');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'broken.mmd'), `${front}block\n  columns 2\n  a["App" b\n`);
    writeFileSync(path.join(folder, 'broken.svg'), '<svg>old</svg>\n');
    writeFileSync(path.join(folder, 'sound.mmd'), `${front}block\n  k["Kernel"]\n  class k kernel\n`);
    const command = path.resolve(import.meta.dirname, '../../src/features/diagrams/cli/draw-diagrams.ts');
    const { status, stdout } = spawnSync(process.execPath, [command], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, CHROMIUM_PATH: findBrowser() ?? '' },
    });
    expect(status).toBe(1);
    expect(stdout).toMatch(/content\/diagrams\/broken\.mmd:\d+ {2}Mermaid/);
    expect(readFileSync(path.join(folder, 'broken.svg'), 'utf8')).toBe('<svg>old</svg>\n');
    expect(readFileSync(path.join(folder, 'sound.svg'), 'utf8')).toContain('var(--dg-kernel-fill,#ffc94d)');
    rmSync(root, { recursive: true });
  },
);
