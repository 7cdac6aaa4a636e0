import type { APIRoute, GetStaticPaths } from 'astro';
import { oembedAnswer } from '#features/share/index.ts';
import { labFrameHeight } from '#model/lab-files.ts';
import { absolute } from '#model/model.ts';
import { framedLabs, type FramedLab } from '../page/framed.ts';

/** oEmbed description of each lab's embed page. */
export const getStaticPaths = (() =>
  framedLabs().map((lab) => ({ params: { lab: lab.id }, props: { ...lab } }))) satisfies GetStaticPaths;

/** Serves the description as JSON. */
export const GET: APIRoute = ({ props, site }) => {
  const { framed } = props as FramedLab;
  return oembedAnswer(framed, labFrameHeight, (address) => absolute(address, site?.href, import.meta.env.BASE_URL));
};
