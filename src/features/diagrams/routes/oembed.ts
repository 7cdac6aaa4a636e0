import type { APIRoute, GetStaticPaths } from 'astro';
import { atSite } from '#model/model.ts';
import { frameHeight, oembedAnswer } from '#features/share/index.ts';
import { diagramIds } from '#model/diagram-files.ts';
import { framedDrawing } from '../framed.ts';
import { readDiagram } from '../read.ts';

/** oEmbed description of each diagram's embed page. */
export const getStaticPaths = (() =>
  diagramIds(process.cwd()).map((diagram) => ({ params: { diagram } }))) satisfies GetStaticPaths;

/** Serves the description as JSON. */
export const GET: APIRoute = ({ params, site }) => {
  const id = params.diagram!;
  const diagram = readDiagram(id);
  const at = atSite(site, import.meta.env.BASE_URL);
  const height = frameHeight({ drawing: diagram.height, caption: diagram.caption });
  return oembedAnswer(framedDrawing(id, diagram), height, at);
};
