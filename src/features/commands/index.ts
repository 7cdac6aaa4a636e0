export { loadBlocks, blocksFile, labBlocksFile, type LoadedBlock } from './form/load.ts';
export { checkCommands, commandsRun, holdBlock } from './record/check.ts';
export { readRecording, recordingFile, writeRecording, type RecordedBlock } from './record/recording.ts';
