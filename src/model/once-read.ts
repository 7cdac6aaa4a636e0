// A build and the development server load modules twice, once for the configuration and once for the pages, so what was read lives where both see it.
const shared = globalThis as { [key: symbol]: Map<string, unknown> | undefined };
const known = (shared[Symbol.for('containers-vs-vms.content')] ??= new Map());

/**
 * What `read` makes of the content, made once and remembered until an author changes something.
 * @param key what it is, and whatever else it depends on besides the content
 */
export function onceRead<T>(key: string, read: () => T): T {
  if (!known.has(key)) known.set(key, read());
  return known.get(key) as T;
}

/** Called when a file below `content/` changed: whatever was read of it is read anew. */
export const contentChanged = (): void => known.clear();
