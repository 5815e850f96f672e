import type { Json } from "../../core/json.js";
import type { Model } from "../../model/model.js";
import { docsOf } from "../docs.js";
import type { Declaration } from "../../code/nodes.js";
import { literalsOf } from "./literals.js";
import { membersOf, propertiesOf, typeNode, type TypeContext } from "./type-node.js";
import type { Type } from "../../types/type.js";
import { extensionOf, type ShapedTypes } from "../../model/shape.js";

/** What declaring a model needs besides the model. */
export interface DeclareContext extends TypeContext {
  readonly types: ShapedTypes;
}

/** Declares a model: an interface for objects, an alias for anything else, and its values. */
export function declareModel(model: Model, context: DeclareContext): readonly Declaration[] {
  const type = context.types.get(model.id);
  const docs = docsOf(model.schema, formNote(model));
  const documented = docs === undefined ? {} : { docs };
  const values = literalsOf(model, context.types);
  if (values !== undefined) {
    return [
      { kind: "alias", name: model.name, ...documented, type: typeNode(type, context) },
      declareValues(model, values, type),
    ];
  }
  if (type.kind === "object") {
    const members = membersOf(type, context);
    return [{ kind: "interface", name: model.name, ...documented, members }];
  }
  const extension = extensionOf(type, context.types);
  if (extension !== undefined) {
    return [
      {
        kind: "interface",
        name: model.name,
        ...documented,
        extends: context.nameOf(extension.base),
        members: propertiesOf(extension.added, context),
      },
    ];
  }
  return [{ kind: "alias", name: model.name, ...documented, type: typeNode(type, context) }];
}

/** What is different in the model of a direction. */
function formNote({ direction, isPartial = false }: Model): string {
  if (direction === undefined) return "";
  return `As it is in ${direction}s${isPartial ? leftOut[direction] : ""}.`;
}

const leftOut = {
  request: ": without the properties that are read-only",
  response: ": without the properties that are write-only",
} as const;

/** The list of the literals that a model is a union of. */
function declareValues({ name, exports }: Model, values: readonly Json[], type: Type): Declaration {
  const isOpen = type.kind === "union" && type.members.some(({ kind }) => kind === "otherString");
  return {
    kind: "constant",
    name: exports.values,
    docs: { text: `${isOpen ? "The known values" : "Every value"} of {@link ${name}}.`, tags: [] },
    value: { kind: "const", value: values },
    isHoisted: false,
  };
}
