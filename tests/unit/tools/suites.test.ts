import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lanes } from '../../../tools/ci/lanes.ts';
import { suites } from '../../../tools/suites.ts';
import vitest from '../../vitest.config.ts';

const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;
const parts = lanes.flat().map(({ script }) => script);
// What it calls, and what that calls.
const ciRun = readFileSync('.ci/run', 'utf8').replace(
  'npm run --silent ci:parts',
  parts.map((name) => `npm run ${name}`).join('\n'),
);
const workflow = readFileSync('.github/workflows/check.yml', 'utf8');
const steps = Object.values(suites).flat(2);

/** Whether a run of CI calls a script by its name. */
const calls = (run: string, name: string) => new RegExp(`npm run (--silent )?${name}$`, 'm').test(run);

/** The scripts that test something and that neither a suite nor this run of CI calls. */
function leftOut(names: string[], run: string): string[] {
  const inSuites = new Set(steps.map(({ script }): string => script));
  return names.filter((name) => name.startsWith('test:') && !inSuites.has(name) && !calls(run, name));
}

test('every script that tests is called by a suite or by .ci/run, but for the image, which needs an engine and is the workflow’s', () => {
  expect(leftOut(Object.keys(scripts), ciRun)).toEqual(['test:image']);
  expect(calls(workflow, 'test:image')).toBe(true);
});

test.each([
  ['.ci/run', ciRun],
  ['the workflow', workflow],
])('%s calls both suites', (_, run) => {
  expect(run).toMatch(/npm test$/m);
  expect(calls(run, 'test:thorough')).toBe(true);
});

test('.ci/run runs each bench that can fail, every lab and every command', () => {
  const wanted = ['labs:run', 'commands:run', 'bench', 'bench:course', 'bench:scale'];
  expect(wanted.filter((name) => !calls(ciRun, name))).toEqual([]);
  expect(parts.filter((name, index) => !(name in scripts) || parts.indexOf(name) !== index)).toEqual([]);
});

test('a script that nothing calls is found', () =>
  expect(leftOut(['test:forgotten', 'test:unit'], ciRun)).toEqual(['test:forgotten']));

test('every step of a suite is a script', () =>
  expect(steps.map(({ script }) => script).filter((script) => !(script in scripts))).toEqual([]));

test('every project of Vitest has its script, and a browser test is in one of two scripts', () => {
  const projects = vitest.test!.projects!.map((project) => (project as { test: { name: string } }).test.name);
  expect(projects.filter((name) => !scripts[`test:${name}`]?.endsWith(`--project ${name}`))).toEqual([]);
  expect(scripts['test:e2e-long']!.replace('--grep', '--grep-invert')).toBe(scripts['test:e2e']);
});
