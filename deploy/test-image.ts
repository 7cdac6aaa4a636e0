// npm run test:image: builds the container image, runs it as the Containerfile recommends, and requests every page. Needs Podman or Docker.
import { answers } from './lib/answers.ts';
import { buildImage, findEngine, runImage } from './lib/image.ts';

const engine = findEngine();
buildImage(engine);
const { origin, run, close } = runImage(engine);
const wrong: string[] = [];
const expect = (what: string, is: unknown, wanted: unknown) => {
  if (is !== wanted) wrong.push(`${what}: is ${String(is)}, should be ${String(wanted)}`);
};

let pages = 0;
try {
  if (!(await answers(origin, 10))) throw new Error(`The image does not answer at ${origin} after ten seconds.`);
  const map = await (await fetch(`${origin}/sitemap-0.xml`)).text();
  for (const [, address = ''] of map.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)) {
    const answer = await fetch(origin + address);
    expect(`status of ${address}`, answer.status, 200);
    expect(`end of ${address}`, (await answer.text()).trimEnd().endsWith('</html>'), true);
    pages++;
  }
  if (pages < 50) wrong.push(`the map of the site names ${pages} pages only`);
  const lost = await fetch(`${origin}/no/such/page/`);
  expect('status of a page that is not there', lost.status, 404);
  expect('policy on every answer', lost.headers.get('content-security-policy')?.startsWith("default-src 'none'"), true);
  const small = await fetch(origin, { headers: { 'accept-encoding': 'br' } });
  expect('compression', small.headers.get('content-encoding'), 'br');
  expect('user 0', run('sh', '-c', 'test "$(id -u)" = 0'), 1);
  expect('writing a page', run('sh', '-c', 'echo x > /srv/site/index.html'), 2);
} finally {
  close();
}
console.log(wrong.join('\n'));
console.log(`${pages} pages from the image, ${wrong.length} things wrong`);
process.exitCode = wrong.length === 0 ? 0 : 1;
