// Plain JavaScript, because editors run ESLint on their own Node.

const stores = new Set(['localStorage', 'sessionStorage']);
const isFunction = (node) => /Function/.test(node.type);

/** Whether a node is inside a `try` block of the nearest function around it, or of the script itself. */
function isGuarded(node) {
  for (let one = node; one.parent && !isFunction(one); one = one.parent)
    if (one.parent.type === 'TryStatement' && one.parent.block === one) return true;
  return false;
}

/**
 * ESLint rule: a browser may deny access to its storage at every use, and writing to a full one throws. A `try` around a listener has ended when
 * the listener runs, so each use needs its own.
 */
export const storageInTry = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      bare: '{{name}} may throw here: a browser can refuse it or be full. Use it inside a try block of the same function.',
      alias: '{{name}} gets another name here, under which nothing checks it. Use it by its own.',
    },
  },
  create: (context) => ({
    Identifier(node) {
      if (!stores.has(node.name)) return;
      const data = { name: node.name };
      if (node.parent.type === 'VariableDeclarator' && node.parent.init === node)
        context.report({ node, messageId: 'alias', data });
      else if (!isGuarded(node)) context.report({ node, messageId: 'bare', data });
    },
  }),
};
