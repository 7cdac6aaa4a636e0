import { afterEach, expect, test, vi } from 'vitest';
import { engineNames, findEngine, packages } from '../../../tools/browsers/engines.ts';
import { EngineStartError, finding } from '../../engines/support/engine.ts';
import { startPuppeteer } from '../../engines/support/puppeteer.ts';
import { startWebKit } from '../../engines/support/webkit.ts';

afterEach(() => vi.unstubAllEnvs());

test('an engine that does not start is told apart from a page that fails', async () => {
  const said = (error: unknown) => (error as EngineStartError).message;
  const firefox = await startPuppeteer('firefox', '/no/such/firefox', 'http://x').catch((error: unknown) => error);
  expect(firefox).toBeInstanceOf(EngineStartError);
  expect(said(firefox)).toMatch(/^firefox does not start \(\/no\/such\/firefox\), so no page was tried in it: /);
  vi.stubEnv('DISPLAY', ':0');
  const webkit = await startWebKit({ program: '/bin/false', browser: '/none' }, 'http://x').catch(
    (error: unknown) => error,
  );
  expect(said(webkit)).toBe(
    'webkit does not start (/bin/false), so no page was tried in it: the driver ended at once, with code 1',
  );
});

test('a page that fails names engine, page, width and element', () => {
  expect(finding('webkit', '/systems/', 447, 'table.systems', 'reaches beyond 447 px')).toBe(
    'webkit /systems/ at 447 px: table.systems reaches beyond 447 px',
  );
});

test('an engine that a machine lacks is not found, and has packages that bring it', () => {
  vi.stubEnv('PATH', '/nowhere');
  vi.stubEnv('FIREFOX_PATH', undefined);
  expect(findEngine('firefox')).toBeUndefined();
  expect(findEngine('webkit')).toBeUndefined();
  for (const name of engineNames) expect(packages[name].length).toBeGreaterThan(0);
});
