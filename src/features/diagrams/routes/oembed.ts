import type { APIRoute, GetStaticPaths } from 'astro';
import { asFrame } from '#features/share/index.ts';
import { diagramIds } from '#model/diagram-files.ts';
import { t } from '#model/i18n.ts';
import { absolute } from '#model/model.ts';
import { siteTitle } from '#site.ts';
import { readDiagram } from '../read.ts';
import { slideSize } from '../view.ts';

/** What a program that embeds a frame by its address is told: https://oembed.com, one file a frame. */
export const getStaticPaths = (() =>
  diagramIds(process.cwd()).map((diagram) => ({ params: { diagram } }))) satisfies GetStaticPaths;

/** Width for which the frame's height is told, px: that of a course's column. */
const width = 720;

export const GET: APIRoute = ({ params, site }) => {
  const id = params.diagram!;
  const { title, caption, height } = readDiagram(id);
  const at = (address: string) => absolute(address, site?.href, import.meta.env.BASE_URL);
  const html = asFrame({ url: at(`/embed/${id}/`), title, drawing: height, caption });
  const [, frameHeight = '0'] = / height="(\d+)"/.exec(html) ?? [];
  const answer = {
    version: '1.0',
    type: 'rich',
    title,
    author_name: t('share.author', { site: siteTitle }),
    author_url: at('/'),
    provider_name: siteTitle,
    provider_url: at('/'),
    thumbnail_url: at(`/d/${id}-slide.png`),
    thumbnail_width: slideSize[0],
    thumbnail_height: slideSize[1],
    html,
    width,
    height: Number(frameHeight),
  };
  return new Response(JSON.stringify(answer));
};
