// What happens to Markdown on its way to HTML, one plugin a file.
export { bindCites } from './bind-cites.ts';
export { commandLines } from './command-lines.ts';
export { days } from './days.ts';
export { internalLinks } from './internal-links.ts';
export { longCode } from './long-code.ts';
export { ownHost } from './own-host.ts';
export { tables } from './tables.ts';
