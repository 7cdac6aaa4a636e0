// A build and the development server load modules twice, for the configuration and for the pages. The cache is global so that both share it.
const shared = globalThis as { [key: symbol]: Map<string, unknown> | undefined };
const known = (shared[Symbol.for('containers-vs-vms.content')] ??= new Map());

/**
 * Caches the result of `read` until a file in `content/` changes.
 * @param key identifies the result, including whatever it depends on besides the content
 */
export function onceRead<T>(key: string, read: () => T): T {
  if (!known.has(key)) known.set(key, read());
  return known.get(key) as T;
}

/** Clears the cache. Call this when a file in `content/` has changed. */
export const contentChanged = (): void => known.clear();
