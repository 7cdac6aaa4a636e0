export { asFrame, frameHeight, frameTag } from './formats.ts';
export { oembedAddress, oembedAnswer, type Framed } from './framed.ts';
