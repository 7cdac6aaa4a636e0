// Everything of search that runs in the browser, as one file, which is loaded when the reader first uses the search.
export { highlightMatch } from './highlight.ts';
export { toggleDialog } from './dialog.ts';
export { attachPage } from './page.ts';
export { openEngine } from './session.ts';
