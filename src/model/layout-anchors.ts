/** Ids that the layout puts on every page that has what they name: the top of the page, its list of sources, its backlinks. */
export const layoutAnchors: readonly string[] = ['_top', 'sources-on-this-page', 'leads-here'];

/** Ids of single parts that the layout numbers or prefixes: sources, tooltips, parts of drawings, Starlight's own. */
const layoutParts = /^(?:ref-\d+|tip-.*|dg-.*|starlight__.*)$/;

/** Whether an id of a page comes from the layout. Such an id is no permalink: it may change with the page. */
export const isLayoutAnchor = (id: string): boolean => layoutAnchors.includes(id) || layoutParts.test(id);
