import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = process.env.REPORT;

export default defineConfig({
  root,
  test: {
    // Generous, since these limits only end what hangs: how long things take is measured by the benches.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Vitest keeps one processor for itself, which has next to nothing to do here: on two processors, tests would wait for each other.
    maxWorkers: availableParallelism(),
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { extends: true, test: { name: 'build', include: ['tests/build/**/*.test.ts'] } },
      { extends: true, test: { name: 'copies', include: ['tests/copies/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'hosts', include: ['tests/hosts/**/*.test.ts'], globalSetup: 'tests/hosts/setup.ts' },
      },
    ],
  },
});
