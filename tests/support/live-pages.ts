import { siteAddress, splitAddress } from '#features/permalinks/address.ts';
import { readBuiltPage } from '#features/permalinks/verify/parse-built-page.ts';
import type { LinkPage } from '#features/permalinks/verify/resolve.ts';

/** What a running server answers for every page that is asked for, and for those that its redirects lead to. */
export async function livePages(
  url: string,
  base: string,
  addresses: readonly string[],
): Promise<Map<string, LinkPage>> {
  const pages = new Map<string, LinkPage>();
  const wanted = new Set(addresses.map((address) => splitAddress(address).path));
  for (const path of wanted) {
    const response = await fetch(url + base + path.slice(1), { redirect: 'manual' });
    const body = await response.text();
    const location = response.headers.get('location');
    if (location) {
      const to = siteAddress(location, base);
      pages.set(path, { ids: new Set(), headings: [], moved: new Map(), to });
      wanted.add(splitAddress(to).path);
    } else if (response.status === 200) pages.set(path, readBuiltPage(body, base));
  }
  return pages;
}
