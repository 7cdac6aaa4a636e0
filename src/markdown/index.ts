// The Markdown plugins, one per file.
export { bindCites } from './bind-cites.ts';
export { commandLines } from './command-lines.ts';
export { days } from './days.ts';
export { internalLinks } from './internal-links.ts';
export { longCode } from './long-code.ts';
export { ownHost } from './own-host.ts';
export { tables } from './tables.ts';
