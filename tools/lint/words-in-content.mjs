// Plain JavaScript, because editors run ESLint on their own Node.

/** Signs that join words to a list or a sentence: which, in what order and with which spaces differs between languages. */
const glue = /^(?:[,;:.)] +| [·/|–—] |, …)$/;
const spoken = new Set(['alt', 'aria-label', 'aria-description', 'placeholder', 'title']);
const hasWord = (text) => /\p{L}{2}/u.test(text);
const hasGlue = (text) => /[^\s\p{L}\p{N}]/u.test(text);

/** Whether a node is part of what a maintainer reads: an error, the words of a problem, a line of a terminal. */
function isForMaintainers(node) {
  for (let one = node; one; one = one.parent) {
    if (one.type === 'ThrowStatement') return true;
    if (one.type === 'NewExpression' && /Error$/.test(one.callee.name ?? '')) return true;
    if (one.type === 'Property' && /^(?:problem|fix)$/.test(one.key.name ?? '')) return true;
    if (one.type === 'VariableDeclarator' && /^(?:problem|fix)$/.test(one.id.name ?? '')) return true;
    if (one.type === 'CallExpression' && /^(?:tell|report|told|problemError)$/.test(one.callee.name ?? '')) return true;
  }
  return false;
}

/**
 * ESLint rule: every visible word, and every sign that joins words, comes from `content/i18n`, so that the site can be translated. Reports words and signs
 * in the text and the spoken attributes of components, and lists and sentences that code joins.
 */
export const wordsInContent = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      words: '"{{text}}" stands in code. Write it into content/i18n/en.json and take it by its key.',
      glue: 'Code joins words with "{{text}}". Take the whole text from content/i18n/en.json, or join a list with t.list.',
    },
  },
  create: (context) => {
    const report = (node, messageId, text) => {
      if (!isForMaintainers(node)) context.report({ node, messageId, data: { text: text.trim() } });
    };
    return {
      JSXText(node) {
        if (/^(?:script|style)$/.test(node.parent.openingElement?.name?.name ?? '')) return;
        if (hasWord(node.value)) report(node, 'words', node.value);
        else if (hasGlue(node.value)) report(node, 'glue', node.value);
      },
      JSXAttribute({ name, value }) {
        if (spoken.has(name.name) && value?.type === 'Literal' && hasWord(value.value))
          report(value, 'words', value.value);
      },
      Literal(node) {
        if (typeof node.value !== 'string' || !glue.test(node.value)) return;
        const { type, operator, callee } = node.parent;
        const isPart =
          type === 'CallExpression' &&
          !/^(?:split|includes|startsWith|endsWith|replace(?:All)?)$/.test(callee.property?.name);
        if (isPart || (type === 'BinaryExpression' && operator === '+')) report(node, 'glue', node.value);
      },
      TemplateLiteral({ quasis }) {
        for (const quasi of quasis.slice(1, -1))
          if (glue.test(quasi.value.cooked)) report(quasi, 'glue', quasi.value.cooked);
      },
    };
  },
};
