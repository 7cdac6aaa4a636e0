import { asApa, asBibtex, asCsl, asFrame, asHtml, asMarkdown } from './formats.ts';
import { citedBy, frameBy, shortBy } from './page-facts.ts';

let menu: HTMLElement | undefined;

/** Opens the menu of one link sign: the address in every form that a course, a slide or a paper needs. */
export function openMenu(sign: HTMLAnchorElement): void {
  menu?.remove();
  const cited = citedBy(sign);
  const short = shortBy(sign);
  const frame = frameBy(sign, cited);
  menu = document.createElement('div');
  menu.popover = 'auto';
  menu.setAttribute('role', 'dialog');
  menu.setAttribute('aria-label', `Link to: ${cited.heading}`);
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const forms: [string, () => string][] = [
    ['link', () => cited.url],
    ...(short ? [['short link', () => short] as [string, () => string]] : []),
    ['Markdown', () => asMarkdown(cited)],
    ['HTML', () => asHtml(cited)],
    ...(frame ? [['frame', () => asFrame(frame)] as [string, () => string]] : []),
    ['APA citation', () => asApa(cited)],
    ['BibTeX citation', () => asBibtex(cited)],
    ['CSL-JSON citation', () => asCsl(cited)],
  ];
  for (const [label, text] of forms) menu.append(button(`Copy ${label}`, () => copy(label, text(), status)));
  menu.append(
    button('Show QR code', () => showCode(short ?? cited.url, status)),
    status,
  );
  menu.className = 'copy-menu not-content';
  // Beside its sign, so that Tab goes on from there.
  sign.after(menu);
  follow(menu, sign, status);
  menu.showPopover();
  place(menu, sign);
  menu.querySelector('button')!.focus();
}

/** Keeps the menu in the window as it grows, closes it behind a reader who leaves it, and gives the focus back otherwise. */
function follow(box: HTMLElement, sign: HTMLElement, status: HTMLElement): void {
  let left = false;
  const leave = ({ target }: FocusEvent) => {
    left = !box.contains(target as Node);
    if (left) box.hidePopover();
  };
  document.addEventListener('focusin', leave);
  box.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    document.removeEventListener('focusin', leave);
    if (!left) sign.focus();
    box.remove();
  });
  new MutationObserver(() => {
    place(box, sign);
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

/** Below the sign, and wholly inside the window. */
function place(box: HTMLElement, sign: HTMLElement): void {
  const { left, bottom } = sign.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  box.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  box.style.top = `${Math.max(8, Math.min(bottom + 4, innerHeight - height - 8))}px`;
}

/** Copies; where the clipboard is out of reach, shows the text to be copied by hand. */
async function copy(label: string, text: string, status: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = `${label[0]!.toUpperCase()}${label.slice(1)} copied.`;
  } catch {
    const field = document.createElement('textarea');
    field.readOnly = true;
    field.value = text;
    field.setAttribute('aria-label', `${label}, to copy by hand`);
    status.replaceChildren(field);
    field.select();
  }
}

async function showCode(url: string, status: HTMLElement): Promise<void> {
  const { renderSVG } = await import('uqr');
  const svg = renderSVG(url, { ecc: 'M', border: 4 });
  const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', `QR code of ${url}`);
  const save = document.createElement('a');
  save.href = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  save.download = 'qr.svg';
  save.textContent = `Save QR code of ${url}`;
  status.replaceChildren(drawing, save);
}
