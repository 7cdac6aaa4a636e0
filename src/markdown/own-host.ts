import { defineHastPlugin } from 'satteri';

/** What authors write where an example has the address of the site. */
const placeholder = 'https://THIS-SITE';

/**
 * Puts the site's own address into the examples of a page, so that they can be copied as they are.
 * @param home absolute address of the home page, with a slash at its end
 */
export const ownHost = (home: string) => {
  // What is a slash in the example stays one, and an address without one has none.
  const address = home.replace(/\/$/, '');
  return defineHastPlugin({
    name: 'own-host',
    element: {
      filter: ['code'],
      visit(node, context) {
        for (const child of node.children)
          if (child.type === 'text' && child.value.includes(placeholder))
            context.replaceNode(child, { ...child, value: child.value.replaceAll(placeholder, address) });
      },
    },
  });
};
