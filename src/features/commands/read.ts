import { onceRead } from '#model/once-read.ts';
import { loadBlocks } from './form/load.ts';
import type { Block } from './form/schema.ts';
import { readRecording, type RecordedBlock } from './record/recording.ts';

/** A block and its recorded output, if it is run. */
export interface ShownBlock {
  block: Block;
  /** Undefined if none of the block is run. */
  recorded: RecordedBlock | undefined;
}

/**
 * Returns a block as a page shows it. The content check has validated it by then.
 * @throws if there is no such block
 */
export function requireBlock(id: string, root = process.cwd()): ShownBlock {
  const shown = onceRead(`commands ${root}`, () => readAll(root)).get(id);
  if (!shown) throw new Error(`There is no block "${id}" of commands, or no recording: run npm run integrity.`);
  return shown;
}

function readAll(root: string): Map<string, ShownBlock> {
  const recording = readRecording(root);
  if (typeof recording === 'string')
    throw new Error(`The recording of the commands is invalid: ${recording}. Run "npm run commands:record".`);
  return new Map(
    loadBlocks(root).blocks.map(({ block }) => [block.id, { block, recorded: recording.blocks[block.id] }]),
  );
}
