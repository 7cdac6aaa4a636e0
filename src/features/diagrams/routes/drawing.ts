import type { APIRoute, GetStaticPaths } from 'astro';
import { drawingAddress } from '#model/collections.ts';
import { diagramIds } from '#model/diagram-files.ts';
import { readDiagram } from '../read.ts';
import { standaloneSvg } from '../standalone.ts';
import { absolute } from '#model/model.ts';
import { toPng } from '#shared/png.ts';

const draw = (id: string, theme: 'light' | 'dark') =>
  standaloneSvg(readDiagram(id), theme, absolute(drawingAddress(id), import.meta.env.SITE, import.meta.env.BASE_URL));
const slide = (id: string) => toPng(draw(id, 'light'), 1920);

/** Downloads of each diagram: SVG in light and dark, PNG 1920 pixels wide for slides, begun at once since they take longest. */
export const getStaticPaths = (() =>
  diagramIds(process.cwd()).flatMap((id) => {
    if (import.meta.env.PROD) void slide(id);
    return [`${id}.svg`, `${id}-dark.svg`, `${id}.png`].map((file) => ({ params: { file }, props: { id } }));
  })) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, props }) => {
  const file = params.file!;
  const id = props.id as string;
  if (file.endsWith('.png')) return new Response((await slide(id)) as BodyInit);
  return new Response(draw(id, file.endsWith('-dark.svg') ? 'dark' : 'light'));
};
