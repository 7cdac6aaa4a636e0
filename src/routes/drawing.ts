import type { APIRoute, GetStaticPaths } from 'astro';
import { diagramIds } from '~/lib/diagrams/files.ts';
import { readDiagram } from '~/lib/diagrams/read.ts';
import { standaloneSvg } from '~/lib/diagrams/standalone.ts';
import { absolute } from '~/lib/exports/model.ts';
import { toPng } from '~/lib/raster.ts';

/** Downloads of each diagram: SVG in light and dark, PNG 1920 pixels wide for slides. */
export const getStaticPaths = (() =>
  diagramIds(process.cwd()).flatMap((id) =>
    [`${id}.svg`, `${id}-dark.svg`, `${id}.png`].map((file) => ({ params: { file }, props: { id } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, props, site }) => {
  const file = params.file!;
  const source = absolute(`/teach/diagrams/#${props.id as string}`, site?.href, import.meta.env.BASE_URL);
  const svg = standaloneSvg(readDiagram(props.id as string), file.endsWith('-dark.svg') ? 'dark' : 'light', source);
  return new Response((file.endsWith('.png') ? toPng(svg, 1920) : svg) as BodyInit);
};
