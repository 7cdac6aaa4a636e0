import { pictureAfter } from '#features/labs/form/picture.ts';
import type { Step } from '#features/labs/form/schema.ts';

/** A browser as far as doing a lab by keyboard needs one: Playwright's page and every engine can be made one. */
export interface LabBrowser {
  press(keys: string): Promise<void>;
  /** Runs a function in the page. It must not use what stands outside it. */
  run<A extends unknown[], R>(what: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What stands over the element with the focus, if anything does: its reader would not see where the keys go. */
const covering = (): string | undefined => {
  const { left, right, top, bottom } = document.activeElement!.getBoundingClientRect();
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  if (hit && document.activeElement!.contains(hit)) return undefined;
  return hit ? `${hit.tagName.toLowerCase()}.${hit.className}` : 'nothing: it lies outside of the window';
};

/**
 * Presses Tab until the element has the focus, as a reader without a mouse does.
 * @throws if Tab does not lead there, or if something covers it then
 */
async function tabTo(browser: LabBrowser, selector: string): Promise<void> {
  const there = () => browser.run((wanted) => document.querySelector(wanted) === document.activeElement, selector);
  for (let presses = 0; !(await there()); presses += 1) {
    if (presses === 150) throw new Error(`Tab does not lead to ${selector}`);
    await browser.press('Tab');
  }
  const over = await browser.run(covering);
  if (over !== undefined) throw new Error(`${selector} has the focus and is covered by ${over}`);
}

/** State of the lab of a page: `idle`, `loading`, `ready`, `failed` or `done`. */
export const labState = (browser: LabBrowser): Promise<string | undefined> =>
  browser.run(() => document.querySelector<HTMLElement>('[data-lab]')?.dataset.labState);

/** Waits for a state; what the lab says meanwhile tells why it does not come. */
async function until(browser: LabBrowser, what: string, done: () => Promise<boolean>, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !(await done()); await wait(50)) {
    const said = await browser.run(() => document.querySelector('.lab-status')?.textContent);
    const trouble = await browser.run(
      () => document.querySelector('.lab-message[data-kind=trouble]:not([hidden])')?.textContent,
    );
    if (trouble || Date.now() > end)
      throw new Error(`${what}: ${trouble ?? `not within ${seconds} s`}; it says "${said}"`);
  }
}

/** Starts the first VM by keyboard, and waits for its prompt and for the focus to be in a step. */
async function startLab(browser: LabBrowser, seconds: number): Promise<void> {
  await tabTo(browser, '[data-lab-start]');
  await browser.press('Enter');
  await until(browser, 'The VM does not start', async () => (await labState(browser)) === 'ready', seconds);
  const inStep = () => browser.run(() => Boolean(document.activeElement?.closest('[data-step]')));
  await until(browser, 'The focus does not go to the first step', inStep, seconds);
}

/** Answers what a step asks and runs it by keyboard; `seconds` may pass until it is done. */
export async function doStep(browser: LabBrowser, id: string, seconds: number): Promise<void> {
  const asks = await browser.run((step) => document.querySelector(`[data-step="${step}"] input`) !== null, id);
  if (asks) {
    await tabTo(browser, `[data-step="${id}"] input`);
    await browser.press(' ');
  }
  await tabTo(browser, `[data-step="${id}"] .lab-run`);
  await browser.press('Enter');
  const state = () =>
    browser.run((step) => document.querySelector<HTMLElement>(`[data-step="${step}"]`)?.dataset.stepState, id);
  await until(browser, `Step ${id} is not done`, async () => (await state()) === 'done', seconds);
}

/** What a reader sees of a lab that should not be so after some of its steps, as lines. */
async function labFaults(browser: LabBrowser, done: number): Promise<string[]> {
  const seen = await browser.run(() => ({
    steps: JSON.parse(document.querySelector('[data-lab-data]')!.textContent) as { steps: unknown },
    labels: [...document.querySelectorAll('.lab-picture .lab-bar')].map((bar) => bar.firstChild!.textContent),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    // What does not fit a screen is cut there, and its last columns are gone.
    cut: [...document.querySelectorAll('.lab-screen:not([hidden])')].map((screen) =>
      Math.round(
        (screen.querySelector('.xterm-rows')?.getBoundingClientRect().right ?? Infinity) -
          screen.getBoundingClientRect().right,
      ),
    ),
  }));
  const { boxes } = pictureAfter(seen.steps as { steps: Step[] }, done);
  const missing = boxes.filter(({ label }) => !seen.labels.some((text) => text?.includes(label)));
  return [
    ...missing.map(({ label }) => `the picture has no "${label}" after ${done} steps`),
    ...(seen.labels.length === boxes.length + 2
      ? []
      : [`the picture has ${seen.labels.length} boxes after ${done} steps, and should have ${boxes.length + 2}`]),
    ...(seen.wide > 0 ? [`the page scrolls sideways by ${seen.wide} px`] : []),
    ...seen.cut.filter((over) => over > 0).map((over) => `a terminal is ${over} px wider than its place`),
  ];
}

/** Does a lab to its end by keyboard alone and returns what was wrong on the way, as lines. */
export async function doLab(browser: LabBrowser, steps: readonly string[], seconds: number): Promise<string[]> {
  await startLab(browser, seconds);
  const faults: string[] = [];
  for (const [index, id] of steps.entries()) {
    await doStep(browser, id, seconds);
    faults.push(...(await labFaults(browser, index + 1)));
  }
  if ((await labState(browser)) !== 'done') faults.push('the lab does not say that it is done');
  return faults;
}
