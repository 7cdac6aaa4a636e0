/**
 * Figures past their review date that a built page shows without saying so.
 * @param html the page
 * @param stale ids of the figures past their date
 */
export function unmarkedFigures(html: string, stale: ReadonlySet<string>): string[] {
  const shown = [...html.matchAll(/data-number="([^"]+)">[^<]*<\/span>(<span class="stale)?/g)];
  return shown.flatMap(([, id, mark]) => (stale.has(id!) && !mark ? [id!] : []));
}
