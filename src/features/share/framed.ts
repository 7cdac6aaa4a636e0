import { t } from '#model/i18n.ts';
import type { At } from '#model/model.ts';
import { siteTitle } from '#site.ts';
import { frameTag } from './formats.ts';

/** A page that courses show in an iframe. */
export interface Framed {
  /** Address relative to the root of the site. */
  address: string;
  title: string;
  /** What it shows, in one or two sentences. */
  description: string;
  /** Preview image: address relative to the root of the site, alternative text, and size in px. */
  image: { address: string; alt: string; size: readonly [width: number, height: number] };
}

/** Address of a frame's oEmbed answer. */
export const oembedAddress = (frame: string): string => frame.replace(/^\/embed\/(.*)\/$/, '/oembed/$1.json');

/** Open Graph properties for previews of links to a frame, see https://ogp.me. */
export const framePreview = ({ address, title, description, image }: Framed, at: At): Record<string, string> => ({
  'og:title': title,
  'og:description': description,
  'og:type': 'article',
  'og:site_name': siteTitle,
  'og:url': at(address),
  'og:image': at(image.address),
  'og:image:width': String(image.size[0]),
  'og:image:height': String(image.size[1]),
  'og:image:alt': image.alt,
});

/** Width, in px, that the frame's height applies to: that of a course's column. */
const width = 720;

/**
 * The oEmbed answer for a frame, one file per frame. https://oembed.com
 * @param height height of the frame in px
 */
export function oembedAnswer({ address, title, image }: Framed, height: number, at: At): Response {
  const answer = {
    version: '1.0',
    type: 'rich',
    title,
    author_name: t('share.author', { site: siteTitle }),
    author_url: at('/'),
    provider_name: siteTitle,
    provider_url: at('/'),
    thumbnail_url: at(image.address),
    thumbnail_width: image.size[0],
    thumbnail_height: image.size[1],
    html: frameTag({ url: at(address), title, height }),
    width,
    height,
  };
  return new Response(JSON.stringify(answer));
}
