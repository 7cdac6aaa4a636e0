export { asFrame, frameTag } from './formats.ts';
