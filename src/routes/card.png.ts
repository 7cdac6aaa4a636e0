import type { APIRoute, GetStaticPaths } from 'astro';
import { cardSvg } from '~/lib/card.ts';
import { cardName } from '~/lib/exports/card-name.ts';
import { siteModel, words } from '~/lib/exports/model.ts';
import { toPng } from '~/lib/raster.ts';
import { siteTitle } from '~/site/about.ts';
import { groups } from '~/site/sidebar.ts';

/** The picture that a link preview shows: one for each page. */
export const getStaticPaths = (() =>
  siteModel().pages.map((page) => ({
    params: { card: cardName(page.address) },
    props: {
      title: words(page).title,
      section: groups.find(({ addresses }) => addresses.includes(page.address))?.label ?? '',
    },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(toPng(cardSvg(siteTitle, props.title as string, props.section as string), 1200) as BodyInit);
