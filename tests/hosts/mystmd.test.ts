import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder } from '../../tools/static-server.ts';

// mystmd, and so Jupyter Book 2, is another reader of the inventory than Sphinx: it fetches it from the site.
const folder = mkdtempSync(path.join(tmpdir(), 'mystmd-'));
let server: Server;
let url = '';

beforeAll(async () => {
  ({ server, url } = await serveFolder('dist', { port: 0 }));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Has mystmd build a course of one page. The server answers in this process, so nothing may wait for it. */
async function buildCourse(links: readonly string[]): Promise<{ said: string; written: string }> {
  writeFileSync(
    path.join(folder, 'myst.yml'),
    `version: 1\nproject:\n  title: Course\n  references:\n    cvm: ${url}\n`,
  );
  const head = '---\nexports:\n  - format: md\n    output: out.md\n---\n';
  writeFileSync(path.join(folder, 'index.md'), `${head}\n# Course\n\n${links.map((link) => `- ${link}\n`).join('')}`);
  rmSync(path.join(folder, '_build'), { recursive: true, force: true });
  const program = spawn(process.execPath, [path.resolve('node_modules/mystmd/dist/myst.cjs'), 'build', '--md'], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
  });
  let said = '';
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (text: Buffer) => (said += String(text)));
  await new Promise((resolve) => program.on('close', resolve));
  return { said, written: readFileSync(path.join(folder, 'out.md'), 'utf8') };
}

test('a course made with mystmd links to a page, a section, a term, a figure and a drawing by name', async () => {
  const { said, written } = await buildCourse([
    '[](xref:cvm#traits/isolation)',
    '[](xref:cvm#traits-isolation--known-escapes)',
    '[](xref:cvm#reference-glossary--guest-kernel)',
    '[the figure](xref:cvm#reference-numbers--fc-boot-125ms)',
    '[the drawing](xref:cvm#teach-diagrams--stack-vms)',
  ]);
  for (const address of [
    'traits/isolation/',
    'traits/isolation/#known-escapes',
    'reference/glossary/#guest-kernel',
    'reference/numbers/#fc-boot-125ms',
    'teach/diagrams/#stack-vms',
  ])
    expect(written, said).toContain(`](${url}${address})`);
  expect(written).toMatch(/\[Guest kernel\]/);
  expect(said).not.toContain('not found');
}, 60_000);

test('mystmd tells a name that does not exist', async () => {
  const { said } = await buildCourse(['[](xref:cvm#traits-isolation--no-such-section)']);
  expect(said).toContain('"xref:cvm#traits-isolation--no-such-section" not found');
}, 60_000);
