// npm run serve (and, after the build, npm start): serves dist/ until it is stopped.
import { serveFolder } from './static-server.ts';

const base = (process.env.BASE ?? '/').replace(/\/?$/, '/');
const { url } = await serveFolder('dist', { port: Number(process.env.PORT ?? 4321), base });
console.log(`The site is at ${url} (stop with Ctrl+C)`);
