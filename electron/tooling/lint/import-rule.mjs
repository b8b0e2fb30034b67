import { relative, sep } from 'node:path';
import { checkImport } from './check-import.mjs';

/** True for `import type …` and for a list of which every name is marked `type`. */
function isTypeOnly(node) {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const names = node.specifiers ?? [];
  return names.length > 0 && names.every((name) => (name.importKind ?? name.exportKind) === 'type');
}

/** The lint rule `deltadesk/import-table`: imports against the architecture's table are errors. */
export const importRule = {
  meta: { type: 'problem', schema: [], messages: { denied: '{{reason}}' } },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    const check = (node, source, typesOnly) => {
      if (typeof source?.value !== 'string') return;
      const reason = checkImport(file, source.value, typesOnly);
      if (reason !== null) context.report({ node, messageId: 'denied', data: { reason } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source, isTypeOnly(node)),
      ExportNamedDeclaration: (node) => check(node, node.source, isTypeOnly(node)),
      ExportAllDeclaration: (node) => check(node, node.source, isTypeOnly(node)),
      ImportExpression: (node) => check(node, node.source, false),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal, true),
    };
  },
};
