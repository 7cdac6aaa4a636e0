import { escapeHtml } from '#shared/html.ts';

/** Text of a step as HTML, with text in backticks as code. */
export const stepHtml = (words: string): string => escapeHtml(words).replace(/`([^`]+)`/g, '<code>$1</code>');
