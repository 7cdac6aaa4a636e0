import type { APIRoute, GetStaticPaths } from 'astro';
import { drawingAddress } from '#model/collections.ts';
import { diagramIds } from '#model/diagram-files.ts';
import { t } from '#model/i18n.ts';
import { absolute } from '#model/model.ts';
import { toPng } from '#shared/png.ts';
import { withPngText } from '#shared/png-text.ts';
import { licence, siteTitle } from '#site.ts';
import { drawingFiles, type DrawingFile } from '../files.ts';
import { readDiagram } from '../read.ts';
import { slideSvg, standaloneSvg } from '../standalone.ts';
import { slideSize } from '../view.ts';

const sourceOf = (id: string) => absolute(drawingAddress(id), import.meta.env.SITE, import.meta.env.BASE_URL);
const draw = (id: string, { form, theme }: DrawingFile) =>
  (form === 'slide' ? slideSvg : standaloneSvg)(readDiagram(id), theme, sourceOf(id));
const raster = (id: string, file: DrawingFile) => toPng(draw(id, file), slideSize[0]);

/** Downloads of each diagram. Rasterising starts at once, because it takes longest. */
export const getStaticPaths = (() =>
  diagramIds(process.cwd()).flatMap((id) =>
    drawingFiles(id).map((file) => {
      if (import.meta.env.PROD && file.type === 'png') void raster(id, file);
      return { params: { file: file.file }, props: { id, file } };
    }),
  )) satisfies GetStaticPaths;

/** Serves a drawing as SVG, or as PNG with title, author, licence and source. */
export const GET: APIRoute = async ({ props }) => {
  const [id, file] = [props.id as string, props.file as DrawingFile];
  if (file.type === 'svg') return new Response(draw(id, file));
  const facts = {
    Title: readDiagram(id).title,
    Author: t('share.author', { site: siteTitle }),
    Copyright: t('metadata.copyright', { licence: licence.name, url: licence.url }),
    Source: sourceOf(id),
  };
  return new Response(withPngText(await raster(id, file), facts) as BodyInit);
};
