/**
 * Claims that a text shows without their verdict right before them, as in `False: “…”`.
 * @param text words of a page, a list of links or an inventory
 * @param claims the claims of the misconceptions, as plain text
 * @param verdicts what may stand before them
 */
export function unmarkedClaims(text: string, claims: readonly string[], verdicts: readonly string[]): string[] {
  const plain = squeeze(text);
  return claims.filter((claim) => {
    const parts = plain.split(squeeze(claim));
    return parts.slice(0, -1).some((before) => !verdicts.some((verdict) => before.endsWith(`${verdict} “`)));
  });
}

/** Spaces as one, and quotes as the site sets them. */
const squeeze = (text: string) => text.replace(/\s+/g, ' ').replaceAll("'", '’');
