import type { APIRoute, GetStaticPaths } from 'astro';
import { atSite } from '#model/model.ts';
import { handoutPdfOnce } from '../pdf/make-ahead.ts';
import type { Handout } from './read.ts';
import { papers, siteHandouts, type Paper } from './site-handouts.ts';

const at = atSite(import.meta.env.SITE, import.meta.env.BASE_URL);

/** The files of each handout below `/downloads/handouts/`, one per paper size. */
export const getStaticPaths = (() =>
  siteHandouts().flatMap((handout) =>
    (Object.keys(papers) as Paper[]).map((paper) => ({
      params: { file: `${handout.id}-${paper}.pdf` },
      props: { handout, paper },
    })),
  )) satisfies GetStaticPaths;

/** A handout as PDF. */
export const GET: APIRoute = async ({ props }) => {
  const { handout, paper } = props as { handout: Handout; paper: Paper };
  return new Response((await handoutPdfOnce(handout, paper, at)) as BodyInit, {
    headers: { 'Content-Type': 'application/pdf' },
  });
};
