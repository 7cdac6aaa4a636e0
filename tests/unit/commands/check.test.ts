import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkCommands, labBlocksFile, loadBlocks, recordingFile, writeRecording } from '#features/commands/index.ts';
import { loadSite } from '#model/load.ts';
import { formatProblems } from '#shared/problem.ts';
import { changedContent } from '../../support/content-fixture.ts';

const page = `---
title: 'A page with commands'
description: A page that asks its readers to run two commands, so that a test can hold each of its parts to what it promises to its readers.
---
import { Recorded } from '~/components';

One kernel answers.

## See for yourself {#see-for-yourself}

\`\`\`console
$ uname -r
6.12
$ docker run --rm alpine uname -r
\`\`\`

<Recorded id="one-kernel" />

\`\`\`yaml
kind: Pod
\`\`\`
`;
const blocks = `- id: one-kernel
  commands:
    - run: uname -r
      capture: { outside: '^(6\\.12)$' }
    - run: docker run --rm alpine uname -r
      capture: { inside: '^(6\\.12)$' }
      relations: [inside = outside]
`;
const printed = (...outputs: string[]) => ({
  'one-kernel': {
    recorded: '2026-11-28',
    versions: { Debian: '13' },
    commands: ['uname -r', 'docker run --rm alpine uname -r'].map((run, index) => ({
      run,
      output: outputs[index] ?? '6.12',
      exit: 0,
    })),
  },
});

let remove = () => {};
afterEach(() => remove());

/** What is told of a project with one page of commands, its block and its recording, one of them changed. */
function told(changes: {
  page?: [string, string];
  blocks?: [string, string];
  outputs?: string[] | false;
  edit?: true;
}) {
  const content = changedContent([
    { file: 'content/docs/commands.mdx', is: page.replace(...(changes.page ?? ['', ''])) },
    { file: 'content/commands/blocks.yml', is: blocks.replace(...(changes.blocks ?? ['', ''])) },
  ]);
  remove = content.remove;
  const { root } = content;
  if (changes.outputs !== false) writeRecording(root, printed(...(changes.outputs ?? [])));
  if (changes.edit) {
    mkdirSync(path.join(root, 'content/commands'), { recursive: true });
    const edited = JSON.stringify({ blocks: printed('6.13'), seal: 'made-up' });
    writeFileSync(path.join(root, recordingFile), edited);
  }
  return formatProblems(checkCommands(root, loadSite(root, { today: '2026-11-28' })));
}

describe('the commands of "See for yourself"', () => {
  test('a page, its block and its recording that fit give no problem', () => {
    expect(told({})).toBe('0 problems');
  });

  test('a block on a page that nothing is recorded of is told with its line', () => {
    expect(told({ page: ['\n<Recorded id="one-kernel" />\n', ''] })).toContain(
      'content/docs/commands.mdx:11  nothing says what these commands print',
    );
  });

  test('a name that no block has is told with the nearest', () => {
    expect(told({ page: ['id="one-kernel"', 'id="one-kernal"'] })).toMatch(
      /no block "one-kernal" of commands\n.*nearest known ids are one-kernel/,
    );
  });

  test('a command that was edited on the page alone is told with both wordings', () => {
    expect(told({ page: ['alpine uname -r', 'alpine uname -a'] })).toContain(
      'block one-kernel: expected "docker run --rm alpine uname -r" as command 2, the page has "docker run --rm alpine uname -a"',
    );
  });

  test('a command that the page has more is told', () => {
    expect(told({ page: ['alpine uname -r', 'alpine uname -r\n$ date'] })).toContain('a command more: "date"');
  });

  test('a prompt of root on a block of an ordinary user is told', () => {
    expect(told({ page: ['$ uname -r', '# uname -r'] })).toContain('as: reader does not fit the prompt');
  });

  test('a block without a recording, or recorded with other commands, is told with what to run', () => {
    expect(told({ outputs: false })).toMatch(/it has no recording\n.*npm run commands:record -- one-kernel/);
    const edited: [string, string] = ['- run: uname -r\n', '- run: uname -r\n      instead: uname -sr\n'];
    expect(told({ blocks: edited })).toContain('it was recorded with other commands');
  });

  test('an output that is not as promised is told with command, expected and seen', () => {
    expect(told({ outputs: ['6.12', '5.15'] })).toContain(
      'block one-kernel: "docker run --rm alpine uname -r": expected /^(6\\.12)$/ for "inside", seen "5.15"',
    );
  });

  test('a recording that was edited by hand is told', () => {
    expect(told({ edit: true })).toContain('changed by hand');
  });

  test('a block that no page shows is told', () => {
    const stray: [string, string] = ['- id: one-kernel', '- id: stray\n  notRun: mac\n- id: one-kernel'];
    expect(told({ blocks: stray })).toContain('block stray: no page shows it');
  });

  const untried: [string, string] = [blocks, '- id: one-kernel\n  notRun: windows\n'];
  const below = (words: string): [string, string] => ['\n\n```yaml', `\n\n${words}\n\n\`\`\`yaml`];

  test('what is still recorded of a block that is not run any more is no fault: the next recording drops it', () => {
    expect(told({ blocks: untried, page: below('Both are 6.12. <Cite id="docker-overview" />') })).toBe('0 problems');
  });

  test('a block of which something is not run, and below which no source says what it prints, is told', () => {
    expect(told({ blocks: untried, page: below('Both are 6.12.') })).toMatch(
      /blocks\.yml:1 +block one-kernel: it is not run here, and nothing below it .*\n.*documentation/,
    );
    const line: [string, string] = ["capture: { outside: '^(6\\.12)$' }", 'notRun: registry'];
    expect(told({ blocks: line })).toContain('nothing below it on the page cites');
  });
});

describe('the commands beside the steps of a lab', () => {
  const lab = `id: tiny
title: A tiny lab
question: Does the form work?
minutes: 3
lies: [It is a fixture.]
steps:
  - id: host
    title: Ask for the release
    run: uname -r
    docker: |
      uname -r
      docker run --rm busybox uname -r
`;
  const held = `- id: tiny
  commands:
    - run: uname -r
    - run: docker run --rm busybox uname -r
`;
  const about = (block: string) => {
    const content = changedContent([
      { file: 'content/labs/tiny.yml', is: lab },
      { file: labBlocksFile, is: block },
    ]);
    remove = content.remove;
    return formatProblems(checkCommands(content.root, loadSite(content.root, { today: '2026-11-28' })));
  };

  test('that are all run give no problem', () => {
    expect(about(held)).toBe('0 problems');
  });

  test('that nothing runs are told with the lab', () => {
    expect(about('[]\n')).toContain('no block "tiny" says what the 2 commands beside the steps of that lab must print');
  });

  test('that were edited, or of which one is not run, are told with both', () => {
    expect(about(held.replace('uname -r\n', 'uname -a\n'))).toContain(
      'block tiny: expected "uname -a" as command 1, the lab has "uname -r"',
    );
    expect(about(held.replace(/ {4}- run: docker.*\n/, ''))).toContain(
      'the lab has a command more: "docker run --rm busybox uname -r"',
    );
  });

  test('of a lab that is not there are told with the nearest', () => {
    expect(about(held.replace('tiny', 'tinny'))).toMatch(/block tinny: there is no such lab.*\n.*tiny/);
  });
});

test('a block that says neither what it prints nor why it is not run, and a command that promises nothing, are told with their lines', () => {
  const content = changedContent([
    {
      file: 'content/commands/blocks.yml',
      is: '- id: empty\n- id: idle\n  commands:\n    - run: date\n      exit: any\n',
    },
  ]);
  remove = content.remove;
  const problems = formatProblems(loadBlocks(content.root).problems);
  expect(problems).toMatch(/blocks\.yml:1 +block empty: .*either `commands` or `notRun`/);
  expect(problems).toMatch(/blocks\.yml:3 +block idle: .*promises nothing/);
});
