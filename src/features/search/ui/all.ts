// Everything of search that runs in the browser, as one file: it is loaded when the reader first reaches for the search.
export { arrive } from './arrive.ts';
export { toggleDialog } from './dialog.ts';
export { attachPage } from './page.ts';
export { openEngine } from './session.ts';
