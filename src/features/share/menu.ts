import { t, strings } from 'virtual:i18n/share';
import { asApa, asBibtex, asCredit, asCsl, asFrame, asHtml, asMarkdown } from './formats.ts';
import { frameOf, sectionOf, shortLinkOf } from './page-facts.ts';

let menu: HTMLElement | undefined;

/** A format in which a section can be copied, and the text in that format. */
type Form = [
  name: 'link' | 'shortLink' | 'markdown' | 'html' | 'frame' | 'credit' | 'apa' | 'bibtex' | 'csl',
  text: () => string,
];

/**
 * Opens the menu of a permalink, with the address in every format that courses, slides and papers need.
 * @throws if the browser does not support popovers; nothing has changed then
 */
export function openMenu(anchor: HTMLAnchorElement): void {
  if (!('showPopover' in anchor)) throw new Error('This browser has no popovers.');
  menu?.remove();
  const cited = sectionOf(anchor);
  const short = shortLinkOf(anchor);
  const frame = frameOf(anchor, cited);
  menu = document.createElement('div');
  menu.popover = 'auto';
  menu.setAttribute('role', 'dialog');
  menu.setAttribute('aria-label', t('share.menu', { heading: cited.heading }));
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const forms: Form[] = [
    ['link', () => cited.url],
    ...(short ? [['shortLink', () => short] as Form] : []),
    ['markdown', () => asMarkdown(cited, t)],
    ['html', () => asHtml(cited, t)],
    ...(frame ? [['frame', () => asFrame(frame)] as Form] : []),
    ['credit', () => asCredit(cited, t)],
    ['apa', () => asApa(cited, t)],
    ['bibtex', () => asBibtex(cited, t)],
    ['csl', () => asCsl(cited, t)],
  ];
  for (const [name, text] of forms)
    menu.append(button(strings[`share.${name}.copy`], () => copy(name, text(), status)));
  menu.append(
    button(strings['share.qrShow'], () => showCode(short ?? cited.url, status)),
    status,
  );
  menu.className = 'copy-menu not-content';
  // Next to the link, so that Tab continues from there.
  anchor.after(menu);
  follow(menu, anchor, status);
  menu.showPopover();
  place(menu, anchor);
  menu.querySelector('button')!.focus();
}

/** Keeps the menu inside the window as it grows, and closes it when focus leaves it. Otherwise returns focus to the link. */
function follow(box: HTMLElement, anchor: HTMLElement, status: HTMLElement): void {
  let left = false;
  const leave = ({ target }: FocusEvent) => {
    left = !box.contains(target as Node);
    if (left) box.hidePopover();
  };
  document.addEventListener('focusin', leave);
  box.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    document.removeEventListener('focusin', leave);
    if (!left) anchor.focus();
    box.remove();
  });
  new ResizeObserver(() => place(box, anchor)).observe(box);
  new MutationObserver(() => {
    place(box, anchor);
    status.scrollIntoView({ block: 'nearest' });
  }).observe(status, { childList: true });
}

function button(label: string, act: () => Promise<void>): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', () => void act());
  return made;
}

/** Positions the menu below the link, fully inside the window. */
function place(box: HTMLElement, anchor: HTMLElement): void {
  const { left, bottom } = anchor.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  box.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  box.style.top = `${Math.max(8, Math.min(bottom + 4, innerHeight - height - 8))}px`;
}

/** Copies the text. If the clipboard is unavailable, shows the text for manual copying. */
async function copy(name: Form[0], text: string, status: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = strings[`share.${name}.copied`];
  } catch {
    const field = document.createElement('textarea');
    field.readOnly = true;
    field.value = text;
    field.setAttribute('aria-label', strings[`share.${name}.byHand`]);
    status.replaceChildren(field);
    field.select();
  }
}

async function showCode(url: string, status: HTMLElement): Promise<void> {
  const { renderSVG } = await import('uqr');
  const svg = renderSVG(url, { ecc: 'M', border: 4 });
  const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', t('share.qrOf', { url }));
  const save = document.createElement('a');
  save.href = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  save.download = 'qr.svg';
  save.textContent = t('share.qrSave', { url });
  status.replaceChildren(drawing, save);
}
