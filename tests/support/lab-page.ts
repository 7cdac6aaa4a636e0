import type { Page } from '@playwright/test';
import { t } from '#model/i18n.ts';
import type { LabBrowser } from './lab-keys.ts';

/** The element that says in which state the lab is. */
export const state = (page: Page) => page.locator('[data-lab]');
/** The panel with the VMs, their picture and what the lab says. */
export const dock = (page: Page) => page.getByRole('region', { name: t('labs.dock') });
/** What the lab says. */
export const status = (page: Page) => dock(page).getByRole('status');

/** A page as the one who does labs by keyboard sees it. */
export const keys = (page: Page): LabBrowser => ({
  press: (names) => page.keyboard.press(names),
  run: (what, ...args) => page.evaluate(`(${what.toString()})(...${JSON.stringify(args)})`),
});
