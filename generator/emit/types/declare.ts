import type { SchemaId } from "../../core/schema-id.js";
import type { Json } from "../../core/json.js";
import type { Model } from "../../model/model.js";
import { docsOf } from "../docs.js";
import { encodeJson, encodePropertyName } from "../../code/encode.js";
import { typeExample } from "../examples.js";
import type { Declaration, Member } from "../../code/source-file.js";
import { literalsOf } from "./literals.js";
import { printIndexType, printType, type NameOfModel } from "./print.js";
import { extensionOf, type ShapedTypes } from "../../model/shape.js";
import type { ObjectType } from "../../types/type.js";

/** What declaring a model needs besides the model. */
export interface DeclareContext {
  readonly types: ShapedTypes;
  readonly nameOf: NameOfModel;
  /** The doc comment of a schema that describes a property. */
  readonly propertyDocs: (schema: SchemaId) => string | undefined;
}

/** Declares a model: an interface for objects, an alias for anything else, and its values. */
export function declareModel(model: Model, context: DeclareContext): readonly Declaration[] {
  const type = context.types.get(model.id);
  const docs = docsOf(model.schema, 0, formNote(model), typeExample(model, context.types));
  const documented = docs === undefined ? {} : { docs };
  const values = literalsOf(model, context.types);
  if (values !== undefined) {
    const isOpen = type.kind === "union" && type.members.some(({ kind }) => kind === "otherString");
    return declareValues(model, values, isOpen, docs);
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
  return [
    { kind: "alias", name: model.name, ...documented, type: printType(type, context.nameOf) },
  ];
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

function declareValues(
  { name, exports }: Model,
  values: readonly Json[],
  isOpen: boolean,
  docs: string | undefined,
): readonly Declaration[] {
  return [
    {
      kind: "constant",
      name: exports.values,
      docs: `${isOpen ? "The known values" : "Every value"} of {@link ${name}}.\n\n@example for (const value of ${exports.values}) console.log(value);`,
      value: `${encodeJson(values)} as const`,
      exported: true,
    },
    {
      kind: "alias",
      name,
      ...(docs !== undefined && { docs }),
      type: `(typeof ${exports.values})[number]${isOpen ? " | (string & {})" : ""}`,
    },
  ];
}

function membersOf(type: ObjectType, context: DeclareContext): readonly Member[] {
  const index = printIndexType(type, context.nameOf);
  return [
    ...propertiesOf(type, context),
    ...(index === undefined ? [] : [{ name: "[key: string]", optional: false, type: index }]),
  ];
}

function propertiesOf(type: ObjectType, context: DeclareContext): readonly Member[] {
  return type.properties.map((property) => {
    const docs =
      property.documentedBy === undefined ? undefined : context.propertyDocs(property.documentedBy);
    return {
      name: encodePropertyName(property.name),
      ...(docs !== undefined && { docs }),
      optional: property.optional,
      type: printType(property.type, context.nameOf),
    };
  });
}
