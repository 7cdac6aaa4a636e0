import { devices, type Browser, type CDPSession } from '@playwright/test';

/** Cost of a page on a phone with a cold cache. */
export interface PageLoad {
  address: string;
  /** Bytes of the responses' bodies, compressed: what the site determines. `weigh` computes the same from the files. */
  bytes: number;
  /** Bytes of the responses' headers, which depend on the host. */
  headers: number;
  /** Number of requests. */
  requests: number;
  /** Bytes of scripts, compressed: files, and inline scripts with gzip. */
  scripts: number;
  /** Bytes of a compression dictionary, with headers. Part of `bytes`, and fetched when idle. */
  dictionary: number;
  /** Cumulative layout shift. */
  shift: number;
  /** Total blocking time in ms: the part of long tasks above 50 ms each. */
  blocking: number;
  /** Largest contentful paint in ms. */
  largest: number;
}

/** Network and processor that a reader is assumed to have: latency in ms, and how many times slower the processor is. */
export const conditions = { latency: 150, bitsPerSecond: 1_600_000, slowdown: 4 };

/** Counts bytes and requests as the browser reports them. */
function countTraffic(client: CDPSession) {
  const traffic = { bytes: 0, headers: 0, requests: 0, scripts: 0, dictionary: 0 };
  const kinds = new Map<string, string>();
  const headers = new Map<string, number>();
  client.on('Network.requestWillBeSent', ({ requestId, type, request }) => {
    if (request.url.startsWith('data:')) return;
    traffic.requests += 1;
    kinds.set(requestId, /\/_astro\/dictionary\./.test(request.url) ? 'Dictionary' : (type ?? ''));
  });
  // Until a response begins, only its headers have arrived.
  client.on('Network.responseReceived', ({ requestId, response }) =>
    headers.set(requestId, response.encodedDataLength),
  );
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!kinds.has(requestId)) return;
    const header = headers.get(requestId) ?? 0;
    traffic.headers += header;
    traffic.bytes += encodedDataLength - header;
    if (kinds.get(requestId) === 'Script') traffic.scripts += encodedDataLength - header;
    if (kinds.get(requestId) === 'Dictionary') traffic.dictionary += encodedDataLength;
  });
  return traffic;
}

interface Observed {
  shift: number;
  blocking: number;
  largest: number;
}

/** Runs in the page before it loads. */
function observe(): void {
  const seen = ((window as unknown as { seen: Observed }).seen = { shift: 0, blocking: 0, largest: 0 });
  const watch = (type: string, add: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true });
  watch('layout-shift', (entry) => (seen.shift += (entry as PerformanceEntry & { value: number }).value));
  watch('largest-contentful-paint', (entry) => (seen.largest = entry.startTime));
  // Blocking counts from the first paint: before it there is nothing to interact with.
  watch('longtask', (entry) => {
    const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity;
    if (entry.startTime >= painted) seen.blocking += Math.max(0, entry.duration - 50);
  });
}

/** Loads a page with a cold cache, on a phone, with a slow network and processor. */
export async function loadCold(browser: Browser, url: string, address: string): Promise<PageLoad> {
  const context = await browser.newContext(devices['Moto G4']);
  const page = await context.newPage();
  await page.addInitScript(observe);
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: conditions.latency,
    downloadThroughput: conditions.bitsPerSecond / 8,
    uploadThroughput: conditions.bitsPerSecond / 8,
  });
  await client.send('Emulation.setCPUThrottlingRate', { rate: conditions.slowdown });
  const traffic = countTraffic(client);
  await page.goto(url + address, { waitUntil: 'networkidle' });
  // The page has done by then what it does when idle.
  await page.waitForTimeout(1000);
  const seen = await page.evaluate(() => (window as unknown as { seen: Observed }).seen);
  await context.close();
  return { address, ...traffic, ...seen };
}

/** Cost of each page of a visit to a reader who goes from one to the next with a warm cache. */
export interface Visit {
  address: string;
  /** Bytes transferred, with headers. */
  bytes: number;
  requests: number;
  /** Bytes of a compression dictionary among these, which serves the following pages. */
  dictionary: number;
}

/**
 * Visits pages one after the other in one browser, without throttling, because only bytes are counted. After the first, each is
 * reached from the one before it, because a host may distinguish readers who navigate within the site.
 */
export async function visitPages(browser: Browser, url: string, addresses: readonly string[]): Promise<Visit[]> {
  const context = await browser.newContext(devices['Moto G4']);
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  const traffic = countTraffic(client);
  const visits: Visit[] = [];
  for (const address of addresses) {
    const before = { ...traffic };
    if (visits.length === 0) await page.goto(url + address);
    else {
      const reached = page.waitForURL(url + address);
      await page.evaluate((to) => location.assign(to), url + address);
      await reached;
    }
    await page.waitForLoadState('networkidle');
    // The browser has fetched by then what it fetches when idle.
    await page.waitForTimeout(500);
    visits.push({
      address,
      bytes: traffic.bytes + traffic.headers - before.bytes - before.headers,
      requests: traffic.requests - before.requests,
      dictionary: traffic.dictionary - before.dictionary,
    });
  }
  await context.close();
  return visits;
}
