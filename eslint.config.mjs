import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';
import { storageInTry } from './tools/lint/storage-in-try.mjs';
import { wordsInContent } from './tools/lint/words-in-content.mjs';

export default tseslint.config(
  {
    ignores: [
      'dist/',
      '.astro/',
      'node_modules/',
      'test-results/',
      'tests/fixtures/',
      'public/',
      'tools/check-course/lib/',
    ],
  },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      // `!` stands where a pattern or a schema has just proved the value; writing a second test there would hide the reason.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'prefer-const': 'error',
      eqeqeq: 'error',
    },
  },
  {
    // What runs in a browser; the same words mean nothing where a build runs.
    files: ['src/**'],
    plugins: { site: { rules: { 'storage-in-try': storageInTry, 'words-in-content': wordsInContent } } },
    rules: {
      'site/storage-in-try': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name=/^(matches|closest|querySelector|querySelectorAll)$/] > Literal[value=/:has\\(/]',
          message: 'A browser without :has() throws here, and all of the script with it. Ask for the element itself.',
        },
      ],
    },
  },
  {
    files: ['src/**'],
    // What only maintainers, programs and the index of the search read.
    ignores: [
      'src/features/{content-check,labs,security}/**',
      'src/features/commands/record/**',
      'src/features/diagrams/{check/**,mermaid-source.ts}',
      'src/features/*/cli/**',
      'src/features/permalinks/{move,verify}/**',
      'src/features/search/{engine,indexing}/**',
      'src/shared/suggest.ts',
      'src/model/data.ts',
    ],
    rules: { 'site/words-in-content': 'error' },
  },
  { files: ['tests/**'], rules: { 'max-lines-per-function': 'off' } },
);
