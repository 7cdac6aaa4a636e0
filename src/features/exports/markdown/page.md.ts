import type { APIRoute, GetStaticPaths } from 'astro';
import { twin } from './page.ts';
import { siteModel } from '#model/model.ts';

/** A plain Markdown twin beside each page: `/traits/isolation/index.md`. */
export const getStaticPaths = (() =>
  siteModel().pages.map(({ address }) => ({
    params: { page: address.slice(1, -1) || undefined },
    props: { address },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props, site }) =>
  new Response(twin(props.address as string, site?.href, import.meta.env.BASE_URL));
