// An ESLint rule: methods that nothing had yet in the oldest browser, by their names. Types are unknown in a built script,
// so a name that the script defines itself is taken for its own; in our own code TypeScript's `lib` watches those.
import { members } from "./versions.js";

export function newerMembers(oldest, known) {
  const first = members();
  const isNewer = (name) => first.get(name) > oldest && !known.has(name);
  return {
    create(context) {
      const own = new Set();
      const used = [];
      const define = ({ key }) => own.add(key.name ?? key.value);
      return {
        "ObjectExpression > Property": define,
        MethodDefinition: define,
        PropertyDefinition: define,
        "AssignmentExpression > MemberExpression.left": ({ property }) => own.add(property.name),
        "CallExpression > MemberExpression.callee": (node) => !node.computed && isNewer(node.property.name) && used.push(node),
        "Program:exit": () =>
          used
            .filter(({ property }) => !own.has(property.name))
            .forEach((node) => context.report({ node, message: `.${node.property.name}: Chrome ${first.get(node.property.name)}` })),
      };
    },
  };
}
