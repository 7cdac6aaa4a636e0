import { spawnSync } from 'node:child_process';
import { appendFileSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { relink } from '#features/permalinks/move/text.ts';

/** What an author does by hand in a copy of the project, and the commands that the recipes of CONTRIBUTING name. */
export function authorOf(root: string) {
  const at = (file: string) => path.join(root, file);
  const read = (file: string) => readFileSync(at(file), 'utf8');
  const author = {
    read,
    /** Writes a file. */
    write: (file: string, text: string) => writeFileSync(at(file), text),
    /** Adds text at the end of a file. */
    append: (file: string, text: string) => appendFileSync(at(file), text),
    remove: (file: string) => rmSync(at(file)),
    /** Replaces text in a file; fails when it is not there. */
    edit(file: string, from: string | RegExp, to: string) {
      const before = read(file);
      const after = before.replace(from, () => to);
      if (after === before) throw new Error(`${file} does not hold ${String(from)}`);
      author.write(file, after);
    },
    /** Adds entries to a list of redirects, of which there may be none yet. */
    redirect: (...entries: string[]) =>
      author.write(
        'content/data/redirects.yml',
        `${read('content/data/redirects.yml').replace(/^\[\]\n/m, '')}${entries.map((entry) => `- { ${entry}, since: '2026-11-28' }\n`).join('')}`,
      ),
    /** Leads every link of the content to one page to another, as an author does with an editor; without anchors if the other page has not the same. */
    relinkAll(from: string, to: string, anchors: 'with anchors' | 'without anchors' = 'with anchors') {
      for (const file of globSync('content/**/*.{mdx,yml}', { cwd: root })) {
        const before = read(file);
        const plain = anchors === 'with anchors' ? before : before.replace(new RegExp(`${from}#[\\w-]+`, 'g'), from);
        const after = relink(plain, from, to);
        if (after !== before && !file.endsWith('redirects.yml')) author.write(file, after);
      }
    },
    /** Runs an npm script of the project and returns what it prints; fails with that if the script does. */
    run(script: string, ...args: string[]): string {
      const { ok, printed } = author.tryRun(script, ...args);
      if (!ok) throw new Error(`npm run ${script} failed:\n${printed}`);
      return printed;
    },
    /** Runs an npm script of the project and returns what it prints, also where it fails. */
    tryRun(script: string, ...args: string[]): { ok: boolean; printed: string } {
      const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
      const [command, ...own] = scripts[script]!.split(' ');
      if (command !== 'node') throw new Error(`npm run ${script} is not a script for Node.`);
      const { status, stdout, stderr } = spawnSync(process.execPath, [...own, ...args], {
        cwd: root,
        encoding: 'utf8',
      });
      return { ok: status === 0, printed: stdout + stderr };
    },
  };
  return author;
}
