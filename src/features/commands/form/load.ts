import { existsSync } from 'node:fs';
import path from 'node:path';
import { readYamlList } from '#model/yaml-list.ts';
import type { Problem } from '#shared/problem.ts';
import { blockSchema, type Block } from './schema.ts';

/** Blocks of commands on pages and what they must print, relative to the project root. */
export const blocksFile = 'content/commands/blocks.yml';

/** The same for the commands next to the steps of labs: one block per lab, with the lab's id. */
export const labBlocksFile = 'content/commands/labs.yml';

/** A block and its location. */
export interface LoadedBlock {
  block: Block;
  /** Path relative to the project root. */
  file: string;
  /** First line of the block. */
  line: number;
}

/** Loads all blocks of one file below `root`. A block with a problem is reported and left out. */
export function loadBlocks(root: string, name = blocksFile): { blocks: LoadedBlock[]; problems: Problem[] } {
  const file = path.join(root, name);
  if (!existsSync(file)) return { blocks: [], problems: [] };
  const { entries, problems } = readYamlList(file, name);
  const blocks: LoadedBlock[] = [];
  for (const { value, line, keyLines } of entries) {
    const parsed = blockSchema.safeParse(value);
    if (parsed.success) blocks.push({ block: parsed.data, file: name, line });
    else
      problems.push(
        ...parsed.error.issues.map((issue) => ({
          file: name,
          line: keyLines[String(issue.path[0])] ?? line,
          problem: `block ${String((value as { id?: unknown }).id)}: ${[...issue.path.map(String), issue.message].join('.').replace(/\.([^.]*)$/, ': $1')}`,
          fix: 'src/features/commands/README.md lists the fields of a block and of its commands.',
        })),
      );
  }
  return { blocks, problems };
}
