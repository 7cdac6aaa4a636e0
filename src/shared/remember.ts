/** Memoises a function of one string. The cache is never cleared: use it only where the same few arguments keep coming. */
export function remember<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (!known.has(text)) known.set(text, make(text));
    return known.get(text)!;
  };
}
