import type { APIRoute } from 'astro';
import { linksDocument } from '#features/exports/index.ts';
import { absolute, siteModel } from '#model/model.ts';
import { entryAddress } from '#model/collections.ts';
import { t } from '#model/i18n.ts';
import { addressIndex } from '../core/address-index.ts';

/** Serves the address index of the site: the content of `/links.json` and `/changes.json`, in a quarter of their bytes. */
export const GET: APIRoute = ({ site }) => {
  const base = absolute('/', site?.href, import.meta.env.BASE_URL).slice(0, -1);
  const items = siteModel().data.changes.map(({ id, date, kind, title, pages }) => ({
    url: base + entryAddress('changes', id),
    title: t(`change.${kind}`, { title }),
    date_modified: date,
    tags: [kind],
    _concerns: { pages: pages.map((page) => base + page) },
  }));
  return new Response(JSON.stringify(addressIndex(linksDocument(base), { items })));
};
