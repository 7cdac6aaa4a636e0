/** Properties, attributes and click handler of a new element. */
interface Parts {
  class?: string;
  text?: string;
  type?: string;
  hidden?: boolean;
  attributes?: Record<string, string>;
  click?: () => void;
}

/** Creates an element. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { class: name, text, type, hidden, attributes = {}, click }: Parts = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  if (type) element.setAttribute('type', type);
  if (hidden) element.hidden = true;
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  if (click) element.addEventListener('click', click);
  element.append(...children);
  return element;
}

/** Creates a button. */
export const button = (text: string, click: () => void, name = ''): HTMLButtonElement =>
  make('button', { text, type: 'button', class: name, click });

/**
 * Returns the first matching element, which the page's component has rendered.
 * @throws if there is none
 */
export function need<E extends HTMLElement = HTMLElement>(within: ParentNode, selector: string): E {
  const found = within.querySelector<E>(selector);
  if (!found) throw new Error(`The lab's page lacks ${selector}.`);
  return found;
}
