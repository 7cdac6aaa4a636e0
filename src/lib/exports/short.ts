import { readLinks } from '../links/read.ts';

/** Short links by the address that they lead to. */
export const shortLinks = (root = process.cwd()) =>
  new Map(readLinks(root).shortLinks.map(({ word, to }) => [to, `/go/${word}/`]));
