/** A figure that a built page shows. */
export interface ShownFigure {
  /** Id of its entry in `content/data/numbers.yml`. */
  id: string;
  /** Whether the page says that it is due for review. */
  marked: boolean;
}

/** The figures that a built page shows, in order. */
export const shownFigures = (html: string): ShownFigure[] =>
  [...html.matchAll(/data-number="([^"]+)">[^<]*<\/span>(<span class="stale)?/g)].map(([, id, mark]) => ({
    id: id!,
    marked: mark !== undefined,
  }));
