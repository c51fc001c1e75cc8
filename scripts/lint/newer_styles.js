// A stylelint rule: properties, their words, selectors and at-rules that the oldest browser had not yet.
import stylelint from "stylelint";
import { atRule, keyword, property, selector } from "./versions.js";

export const NAME = "own/newer-styles";
const PSEUDO = /::?([a-z-]+)(\([^()]*,)?/g;
const WORD = /[a-z][a-z-]+/g;

/** The parts of a node of a style sheet, each with the version in which it came. What has its old name beside it is left out. */
function* parts(node) {
  if (node.type === "atrule") yield [`@${node.name}`, atRule(node.name)];
  if (node.type === "rule") yield* inSelector(node.selector);
  if (node.type === "decl") yield* inDeclaration(node);
}

function* inSelector(text) {
  for (const [whole, name, list] of text.matchAll(PSEUDO)) {
    yield [whole, selector(name)];
    if (list) yield [whole, selector(name, "selector_list")];
  }
}

function* inDeclaration(node) {
  if (node.prop.startsWith("--") || node.parent.some((other) => other.prop === `-webkit-${node.prop}`)) return;
  yield [node.prop, property(node.prop)];
  for (const [word] of node.value.matchAll(WORD)) yield [`${node.prop}: ${word}`, keyword(node.prop, word)];
}

const rule = (oldest, spared) => (root, result) =>
  root.walk((node) => {
    if (spared.includes(node.prop)) return;
    for (const [name, first] of parts(node)) {
      if (first > oldest) stylelint.utils.report({ ruleName: NAME, result, node, message: `${name}: ${first === Infinity ? "no Chrome" : `Chrome ${first}`}` });
    }
  });

export const newerStyles = stylelint.createPlugin(NAME, Object.assign(rule, { ruleName: NAME, messages: {} }));
