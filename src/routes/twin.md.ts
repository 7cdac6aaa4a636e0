import type { APIRoute, GetStaticPaths } from 'astro';
import { twin } from '~/lib/exports/twin.ts';
import { siteModel } from '~/lib/exports/model.ts';

/** A plain Markdown twin beside each page: `/traits/isolation/index.md`. */
export const getStaticPaths = (() =>
  siteModel().pages.map(({ address }) => ({
    params: { page: address.slice(1, -1) || undefined },
    props: { address },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props, site }) =>
  new Response(twin(props.address as string, site?.href, import.meta.env.BASE_URL));
