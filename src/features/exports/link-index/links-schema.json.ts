import type { APIRoute } from 'astro';
import { linksSchema } from './links-schema.ts';

/** JSON Schema of `/links.json`. */
export const GET: APIRoute = () => new Response(JSON.stringify(linksSchema, undefined, 2));
