import { expect, test } from '../support/test.ts';
import { listen, log, type Spoken } from '../support/spoken.ts';

const pages = [
  '/',
  '/start/at-a-glance/',
  '/concepts/containers/',
  '/traits/isolation/',
  '/traits/weight-and-startup/',
  '/use-cases/choose/',
  '/systems/',
  '/reference/glossary/',
  '/reference/numbers/',
  '/teach/diagrams/',
];

/** What would confuse someone who only hears the page, a line each. */
function confusing(heard: readonly Spoken[]): string[] {
  const wrong: string[] = [];
  const outer = heard.filter(({ within }) => within.length === 0).map(({ role }) => role);
  const landmarks = outer.filter((role) => ['banner', 'navigation', 'main', 'contentinfo'].includes(role));
  if (landmarks.filter((role) => role === 'main').length !== 1) wrong.push(`landmarks: ${landmarks.join(', ')}`);
  if (landmarks[0] !== 'banner') wrong.push(`the page begins with ${landmarks[0]}`);
  const headings = heard.filter(({ role, within }) => role === 'heading' && within.includes('main'));
  if (headings[0]?.level !== 1) wrong.push(`the first heading of the text is of level ${headings[0]?.level}`);
  headings.forEach(({ level = 0, name }, index) => {
    if (!name) wrong.push('a heading without words');
    if (index > 0 && level > headings[index - 1]!.level! + 1) wrong.push(`"${name}" skips a level`);
  });
  for (const { role, name, description } of heard) {
    if (['table', 'image', 'link', 'button', 'combobox', 'region', 'navigation'].includes(role) && !name)
      wrong.push(`a ${role} without a name`);
    if (role === 'image' && !description && name.length < 60) wrong.push(`the drawing "${name}" has no description`);
    if (role === 'tooltip') wrong.push(`the closed tooltip "${name}" is read`);
    if (/^#$/.test(name)) wrong.push(`a ${role} is called "#"`);
  }
  return wrong;
}

for (const address of pages) {
  test(`${address} is heard in an order that makes sense`, async ({ page }) => {
    await page.goto(address);
    // Scripts add the marks of the questions: what is heard before is another page.
    await page.waitForLoadState('networkidle');
    const heard = await listen(page);
    expect(confusing(heard)).toEqual([]);
    const terms = await page.locator('.tip > a').count();
    expect(heard.filter(({ role, description }) => role === 'link' && description).length).toBeGreaterThanOrEqual(
      terms,
    );
    expect(log(heard)).toMatchSnapshot(`${address.replaceAll('/', ' ').trim().replace(' ', '-') || 'home'}.txt`);
  });
}

test('the search, a tooltip and the menu of a link sign are heard where the reader is', async ({ page }) => {
  await page.goto('/traits/isolation/');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill('cgroup');
  await expect(dialog.getByRole('option').first()).toBeVisible();
  const search = await listen(page);
  // Behind a modal dialog nothing is read.
  expect(search.map(({ role }) => role)).not.toContain('main');
  const roles = search.map(({ role }) => role);
  expect(roles.indexOf('combobox')).toBeLessThan(roles.indexOf('status'));
  expect(roles.indexOf('status')).toBeLessThan(roles.indexOf('listbox'));
  expect(search.find(({ role }) => role === 'option')?.name).toBeTruthy();
  await page.keyboard.press('Escape');

  await page.locator('a.sl-anchor-link[href="#known-escapes"]').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Link to/ })).toBeVisible();
  const menu = await listen(page);
  const sign = menu.findIndex(
    ({ role, name }) => role === 'link' && /Known escapes/.test(name) && /Section/.test(name),
  );
  expect(menu[sign + 1]?.role).toBe('dialog');
  expect(menu[sign + 2]?.role).toBe('button');
  await page.keyboard.press('Escape');

  const term = page.locator('main .tip > a').first();
  await term.focus();
  const open = await listen(page);
  const at = open.findIndex(({ role }) => role === 'tooltip');
  expect(open[at - 1]?.role).toBe('link');
  expect(open[at - 1]?.description.length).toBeGreaterThan(20);
});

test('what would confuse is told', () => {
  const within = ['main'];
  const spoilt: Spoken[] = [
    { role: 'main', name: '', description: '', within: [] },
    { role: 'heading', name: 'One', description: '', level: 2, within },
    { role: 'heading', name: 'Two', description: '', level: 4, within },
    { role: 'table', name: '', description: '', within },
    { role: 'link', name: '#', description: '', within },
    { role: 'image', name: 'A drawing', description: '', within },
  ];
  expect(confusing(spoilt)).toEqual([
    'the page begins with main',
    'the first heading of the text is of level 2',
    '"Two" skips a level',
    'a table without a name',
    'a link is called "#"',
    'the drawing "A drawing" has no description',
  ]);
});
