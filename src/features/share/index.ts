export { asFrame } from './formats.ts';
