import type { Json } from "../../core/json.js";
import type { Model } from "../../model/model.js";
import { docsOf, valueLines } from "../docs.js";
import type { Declaration, ExportedName, TypeNode, TypeReference } from "../../code/nodes.js";
import { typeReference } from "../../code/type-nodes.js";
import type { SchemaId } from "../../core/schema-id.js";
import { isOpen, literalsOf } from "./literals.js";
import { membersOf, propertiesOf, typeNode, type TypeContext } from "./type-node.js";
import { extensionOf, type Extension } from "../../model/shape.js";

/** The context for declaring a model. */
export interface DeclareContext extends TypeContext {
  readonly nameOf: (model: SchemaId) => ExportedName;
}

/** Declares a model: an interface for objects, an alias for anything else, and its values. */
export function declareModel(model: Model, context: DeclareContext): readonly Declaration[] {
  const type = context.types.get(model.id);
  const values = literalsOf(model, context.types);
  // The descriptions of values that several schemas share are shown where each schema is used.
  const isSaidElsewhere = values !== undefined && model.isShared === true;
  const docs = isSaidElsewhere ? undefined : docsOf(model.schema, variantNote(model));
  const documented = docs === undefined ? {} : { docs };
  const alias: Declaration = {
    kind: "alias",
    name: model.name,
    ...documented,
    type: typeNode(type, context),
  };
  if (values !== undefined) {
    return [alias, declareValues(model, values, context)];
  }
  if (type.kind === "object") {
    const members = membersOf(type, context);
    // An interface without members would accept every value except null.
    if (members.length === 0) return [alias];
    return [{ kind: "interface", name: model.name, ...documented, members }];
  }
  const extension = extensionOf(type, context.types);
  if (extension !== undefined) {
    return [
      {
        kind: "interface",
        name: model.name,
        ...documented,
        extends: baseOf(extension, context),
        members: propertiesOf(extension.added, context),
      },
    ];
  }
  return [alias];
}

/**
 * The base of an extension, without the properties that it redeclares with types that `extends`
 * forbids.
 */
function baseOf({ base, omitted }: Extension, { nameOf }: DeclareContext): TypeReference {
  const whole = typeReference(nameOf(base));
  if (omitted.length === 0) return whole;
  const names = omitted.map((value): TypeNode => ({ kind: "literal", value }));
  const [only, ...others] = names;
  const keys: TypeNode =
    only !== undefined && others.length === 0 ? only : { kind: "union", members: names };
  return typeReference("Omit", whole, keys);
}

/** The note about what is different in a directional variant. */
function variantNote({ direction, isPartial = false }: Model): string {
  if (direction === undefined) return "";
  return `As sent in ${direction}s${isPartial ? leftOut[direction] : ""}.`;
}

const leftOut = {
  request: ", without read-only properties",
  response: ", without write-only properties",
} as const;

/** The list of the literals that a model is a union of. */
function declareValues(
  model: Model,
  values: readonly Json[],
  { types }: DeclareContext,
): Declaration {
  const { name, exports, schema } = model;
  const what = isOpen(model, types) ? "The known values" : "Every value";
  const text = `${what} of {@link ${name}}.\n\n${valueLines(schema)}`.trimEnd();
  return {
    kind: "constant",
    name: exports.values,
    docs: { text, tags: [] },
    value: { kind: "const", value: values },
    isHoisted: false,
  };
}
