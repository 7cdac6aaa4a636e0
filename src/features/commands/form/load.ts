import { existsSync } from 'node:fs';
import path from 'node:path';
import { readYamlList } from '#model/yaml-list.ts';
import type { Problem } from '#shared/problem.ts';
import { blockSchema, type Block } from './schema.ts';

/** The file that says of every block of commands what it must print, from the project's root. */
export const blocksFile = 'content/commands/blocks.yml';

/** A block with where it stands. */
export interface LoadedBlock {
  block: Block;
  line: number;
}

/** All blocks below `root` and what is wrong with them; a block with a problem is left out. */
export function loadBlocks(root: string): { blocks: LoadedBlock[]; problems: Problem[] } {
  const file = path.join(root, blocksFile);
  if (!existsSync(file)) return { blocks: [], problems: [] };
  const { entries, problems } = readYamlList(file, blocksFile);
  const blocks: LoadedBlock[] = [];
  for (const { value, line, keyLines } of entries) {
    const parsed = blockSchema.safeParse(value);
    if (parsed.success) blocks.push({ block: parsed.data, line });
    else
      problems.push(
        ...parsed.error.issues.map((issue) => ({
          file: blocksFile,
          line: keyLines[String(issue.path[0])] ?? line,
          problem: `block ${String((value as { id?: unknown }).id)}: ${[...issue.path.map(String), issue.message].join('.').replace(/\.([^.]*)$/, ': $1')}`,
          fix: 'src/features/commands/README.md lists the fields of a block and of its commands.',
        })),
      );
  }
  return { blocks, problems };
}
