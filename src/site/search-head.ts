import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { withBase } from '../lib/url.ts';
import { siteTitle } from './about.ts';

/** What the head of every page says about search: where browsers find how to search this site. */
export const searchHead = (base: string): NonNullable<StarlightUserConfig['head']> => [
  {
    tag: 'link',
    attrs: {
      rel: 'search',
      type: 'application/opensearchdescription+xml',
      title: siteTitle,
      href: withBase('/opensearch.xml', base),
    },
  },
];
