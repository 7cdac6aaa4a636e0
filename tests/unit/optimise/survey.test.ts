import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { survey } from '#features/optimise/survey.ts';

test('a frame that sets its own theme is no page of the site, and its rules go to no page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'survey-'));
  try {
    writeFileSync(
      path.join(folder, 'page.html'),
      '<!doctype html><html lang="en" data-theme="dark"><head><style>p{margin:0}</style></head><body><p>Words</p></body></html>',
    );
    writeFileSync(
      path.join(folder, 'frame.html'),
      '<!doctype html><html lang="en"><head><style>svg{position:absolute}:root[data-theme="dark"]{color:red}</style></head></html>',
    );
    const { site, styles } = survey(folder);
    expect([...site]).toEqual(['page.html']);
    expect([...styles].join('')).toBe('p{margin:0}');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
