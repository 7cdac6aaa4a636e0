import { serveFolder } from '../../tools/static-server.ts';
import { loadCold } from '../../tools/bench/page-load.ts';
import { weigh } from '../../tools/bench/weight.ts';
import { expect, test } from '../support/test.ts';

// Otherwise a page within its budget here would be over it in the bench, hours later.
test('a browser gets as many bytes of a page as are counted from its files', async ({ browser }) => {
  const { server, url } = await serveFolder('dist', { port: 0, gzip: true });
  try {
    for (const address of ['/', '/traits/isolation/', '/reference/sources/']) {
      const { total } = weigh('dist', address);
      const load = await loadCold(browser, url.slice(0, -1), address);
      // A browser without a window leaves out the icon of 150 bytes.
      expect(Math.abs(load.bytes - total), address).toBeLessThan(200);
    }
  } finally {
    server.close();
  }
});
