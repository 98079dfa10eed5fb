/** oxlint plugin with the two rules that keep the architecture: `lab/layers` and `lab/no-ambient-world`. */
import { relative, sep } from 'node:path';
import { complaint, isEngine } from './layers.js';

const root = process.cwd();

/** Imports point to earlier layers only; packages stay in the layer that owns them. */
const layers = {
  /** @param {any} context */
  create(context) {
    const file = pathFromRoot(context.filename);
    /** @param {any} source */
    const check = (source) => {
      if (typeof source?.value !== 'string') return;
      const message = complaint(file, source.value);
      if (message !== undefined) context.report({ node: source, message });
    };
    return {
      /** @param {any} node */
      ImportDeclaration: (node) => check(node.source),
      /** @param {any} node */
      ExportNamedDeclaration: (node) => check(node.source),
      /** @param {any} node */
      ExportAllDeclaration: (node) => check(node.source),
      /** @param {any} node */
      ImportExpression: (node) => check(node.source),
      /** @param {any} node */
      TSImportType: (node) => check(node.source),
    };
  },
};

/** Names that exist without being passed in; the compiler refuses the ones that are not JavaScript itself. */
const ambient = {
  'Date.now': 'Time comes in as an argument (the clock of the scenario).',
  'Math.random': 'Randomness comes in through the crypto port.',
};

/** The engine has no time, randomness or crypto of its own. */
const noAmbientWorld = {
  /** @param {any} context */
  create(context) {
    if (!isEngine(pathFromRoot(context.filename))) return {};
    return {
      /** @param {any} node */
      MemberExpression(node) {
        const name = `${node.object.name}.${node.property.name ?? node.property.value}`;
        const door = /** @type {Record<string, string>} */ (ambient)[name];
        if (door !== undefined)
          context.report({ node, message: `No ambient world in the engine: ${name}. ${door}` });
        else if ((node.property.name ?? node.property.value) === 'subtle')
          context.report({
            node,
            message: 'Only src/crypto/provider and authority/ touch WebCrypto; use the crypto port.',
          });
      },
      /** @param {any} node */
      Identifier(node) {
        if (node.name === 'globalThis')
          context.report({
            node,
            message: 'No ambient world in the engine: what it needs comes in as an argument.',
          });
      },
      /** @param {any} node */
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0)
          context.report({
            node,
            message: `No ambient world in the engine: new Date(). ${ambient['Date.now']}`,
          });
      },
      /** @param {any} node */
      CallExpression(node) {
        if (node.callee.name === 'Date')
          context.report({ node, message: `No ambient world in the engine: Date(). ${ambient['Date.now']}` });
      },
    };
  },
};

export default {
  meta: { name: 'lab' },
  rules: { layers, 'no-ambient-world': noAmbientWorld },
};

/** @param {string} file */
function pathFromRoot(file) {
  return relative(root, file).split(sep).join('/');
}
