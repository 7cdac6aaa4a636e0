import { escapeHtml } from '#shared/html.ts';

/** A step's words as HTML: what stands between backticks is code. */
export const stepHtml = (words: string): string => escapeHtml(words).replace(/`([^`]+)`/g, '<code>$1</code>');
