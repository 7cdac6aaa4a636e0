import type { APIRoute, GetStaticPaths } from 'astro';
import { fileNames, quizFiles } from '../exports/files.ts';

/** One path per export. */
export const getStaticPaths: GetStaticPaths = () => fileNames.map((file) => ({ params: { file } }));

/** The questions in one of the export formats. */
export const GET: APIRoute = ({ params, site }) => {
  const { bytes, type } = quizFiles(site?.origin, import.meta.env.BASE_URL).find(({ name }) => name === params.file)!;
  return new Response(bytes as BodyInit, { headers: { 'content-type': type } });
};
