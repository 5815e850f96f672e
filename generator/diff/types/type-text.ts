import { ModuleNames } from "../../code/print/module-names.js";
import { defaultOptions } from "../../code/print/options.js";
import type { Printing } from "../../code/print/printing.js";
import { printType } from "../../code/print/types.js";
import { declareContext } from "../../emit/types/context.js";
import type { DeclareContext } from "../../emit/types/declare.js";
import { typeNode } from "../../emit/types/type-node.js";
import { undefinedType } from "../../code/type-nodes.js";
import type { Type } from "../../types/type.js";
import type { TypeSide } from "./type-side.js";

/** Returns the context for the types of a document as texts, in which models have their names. */
export function textContext(side: TypeSide): DeclareContext {
  const context = declareContext(side, ({ name, module }) => ({ kind: "exported", name, module }));
  return { ...context, propertyDocs: () => undefined };
}

/** Returns a type as TypeScript on one line, without comments. */
export function typeText(type: Type, context: DeclareContext, isOptional = false): string {
  const node = typeNode(type, context);
  if (!isOptional || type.kind === "unknown") return printType(node, printing());
  const members = node.kind === "union" ? node.members : [node];
  return printType({ kind: "union", members: [...members, undefinedType] }, printing());
}

function printing(): Printing {
  const names = new ModuleNames("");
  return {
    options: defaultOptions,
    printValue: ({ name }) => name,
    printType: ({ name }) => name,
    specifierOf: (module) => module,
    names,
    locals: new Set(),
    inlined: new Map(),
  };
}
