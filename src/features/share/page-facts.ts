import { localDay, type Cited, type Frame } from './formats.ts';

const content = (selector: string) => document.querySelector(selector)?.getAttribute('content') ?? '';

/** The section that a permalink belongs to: the heading or figure next to it, with facts about the page. */
export function sectionOf(anchor: HTMLAnchorElement): Cited {
  const id = decodeURIComponent(anchor.hash.slice(1));
  const page = document.querySelector('h1')?.textContent?.trim() ?? document.title;
  const target = document.getElementById(id);
  const heading = target?.querySelector('svg > title, .event, th') ?? target?.querySelector(':scope > a') ?? target;
  const canonical =
    document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href.split('#')[0]!;
  return {
    heading: heading?.textContent?.trim().replace(/\s+/g, ' ') || page,
    page,
    measured: measuredOf(target),
    licence: document.querySelector('a[rel~=license]')?.textContent ?? '',
    siteTitle: content('meta[property="og:site_name"]'),
    url: `${canonical}#${id}`,
    changed: content('meta[property="article:modified_time"]').slice(0, 10),
    language: document.documentElement.lang,
    accessed: localDay(new Date()),
  };
}

/** Conditions and year of a figure in the table of figures. */
function measuredOf(target: HTMLElement | null): Cited['measured'] {
  const [conditions, year] = ['conditions', 'year'].map(
    (name) => target?.querySelector(`:scope > [data-${name}]`)?.textContent.trim() ?? '',
  ) as [string, string];
  return conditions ? { conditions: conditions.replace(/\.$/, ''), year } : undefined;
}

/** The frame of the diagram next to a permalink, if there is one. */
export function frameOf(anchor: HTMLAnchorElement, { heading, url }: Cited): Frame | undefined {
  const holder = anchor.closest<HTMLElement>('[data-diagram]');
  const drawing = holder?.querySelector('svg, img');
  if (!holder || !drawing) return;
  const home = document.querySelector<HTMLAnchorElement>('a.site-title')!.pathname;
  return {
    url: new URL(`${home}embed/${holder.dataset.diagram}/`, url).href,
    title: heading,
    // An image has space around the diagram, so `data-height` on the container has the diagram's own height.
    drawing: Number(holder.dataset.height ?? drawing.getAttribute('height')),
    caption: holder.querySelector('figcaption, p')?.textContent ?? '',
  };
}

/** The short link of the page, with the section's id, if the page has one. */
export function shortLinkOf(anchor: HTMLAnchorElement): string | undefined {
  const short = document.querySelector<HTMLLinkElement>('link[rel=shortlink]')?.href;
  return short && short + anchor.hash;
}
