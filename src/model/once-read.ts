// The development server runs this module twice, once for the configuration and once for the pages, so the count lives where both see it.
const shared = globalThis as { [key: symbol]: number | undefined };
const key = Symbol.for('containers-vs-vms.content-version');

/** Changes whenever an author has changed something below `content/` while the development server runs. What is remembered of the content is valid for one version. */
export const contentVersion = (): number => shared[key] ?? 0;

/** Called when a file below `content/` changed: whatever was read of it is read anew. */
export function contentChanged(): void {
  shared[key] = contentVersion() + 1;
}
