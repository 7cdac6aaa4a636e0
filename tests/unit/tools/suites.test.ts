import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { suites } from '../../../tools/suites.ts';
import vitest from '../../vitest.config.ts';

const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;
const runs = [readFileSync('.ci/run', 'utf8'), readFileSync('.github/workflows/check.yml', 'utf8')].join('\n');
const steps = Object.values(suites).flat(2);

/** The scripts that test something and that neither a suite nor a run of CI calls. */
function leftOut(names: string[]): string[] {
  const called = new Set(steps.map(({ script }): string => script));
  return names.filter(
    (name) => name.startsWith('test:') && !called.has(name) && !new RegExp(`npm run (--silent )?${name}\\b`).test(runs),
  );
}

test('every script that tests is called by a suite or by CI', () => {
  expect(leftOut(Object.keys(scripts))).toEqual([]);
  expect(runs).toContain('npm test');
});

test('a script that nothing calls is found', () =>
  expect(leftOut(['test:forgotten', 'test:unit'])).toEqual(['test:forgotten']));

test('every step of a suite is a script', () =>
  expect(steps.map(({ script }) => script).filter((script) => !(script in scripts))).toEqual([]));

test('every project of Vitest has its script, and a browser test is in one of two scripts', () => {
  const projects = vitest.test!.projects!.map((project) => (project as { test: { name: string } }).test.name);
  expect(projects.filter((name) => !scripts[`test:${name}`]?.endsWith(`--project ${name}`))).toEqual([]);
  expect(scripts['test:e2e-long']!.replace('--grep', '--grep-invert')).toBe(scripts['test:e2e']);
});
