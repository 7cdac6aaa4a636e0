import { test as base, expect, type Page } from '@playwright/test';
import { generatedAddresses } from '#model/addresses.ts';
import { sidebarAddresses } from '#model/sidebar.ts';

/** Addresses of all reading pages. */
export const addresses = ['/', ...sidebarAddresses()];
/** Those, and the pages that routes make of data: they stand in no sidebar. */
export const allAddresses = [...new Set([...addresses, ...generatedAddresses])];

/** A test that fails at its end when the page logged an error or asked another host for something. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page, baseURL }, use) => {
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL!) && !request.url().startsWith('data:'))
        faults.push(`request to ${request.url()}`);
    });
    await use(page);
    expect(faults).toEqual([]);
  },
});

export { expect };
