import { defineHastPlugin } from 'satteri';

/** What authors write in examples in place of the site's address. */
const placeholder = 'https://THIS-SITE';

/**
 * Inserts the site's own address into examples, so that they can be copied as they are.
 * @param home absolute address of the home page, with trailing slash
 */
export const ownHost = (home: string) => {
  // Without trailing slash: whether a slash follows is up to the example.
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
