import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';
import { storageInTry } from './tools/lint/storage-in-try.mjs';

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
    plugins: { site: { rules: { 'storage-in-try': storageInTry } } },
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
  { files: ['tests/**'], rules: { 'max-lines-per-function': 'off' } },
);
