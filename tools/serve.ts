// npm run serve (and npm start): builds the site and serves dist/ until it is stopped. Without --build it serves the existing build.
import { globSync } from 'node:fs';
import { buildSite } from './build-site.ts';
import { serveFolder } from './static-server.ts';

const base = (process.env.BASE ?? '/').replace(/\/?$/, '/');
if (process.argv.includes('--build')) {
  console.log('Building the site …');
  const started = performance.now();
  try {
    buildSite({});
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    console.error(`${stdout}${stderr}\nThe build failed; what it printed is above.`);
    process.exit(1);
  }
  const pages = globSync('dist/**/index.html').length;
  console.log(`Built ${pages} pages in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
const { url } = await serveFolder('dist', { port: Number(process.env.PORT ?? 4321), base });
console.log(`The site is at ${url} (stop with Ctrl+C)`);
