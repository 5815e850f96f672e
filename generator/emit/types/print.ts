import type { SchemaId } from "../../core/schema-id.js";
import { encodeJson, encodePropertyName } from "../../code/encode.js";
import { join } from "../../types/algebra.js";
import type { ObjectType, TupleType, Type } from "../../types/type.js";

/** Gives the name of a model, and takes note that the module uses it. */
export type NameOfModel = (model: SchemaId) => string;

/** Prints a type as TypeScript code. */
export function printType(type: Type, nameOf: NameOfModel): string {
  switch (type.kind) {
    case "unknown":
    case "never":
      return type.kind;
    case "present":
      return "{}";
    case "primitive":
      return type.name;
    case "otherString":
      return "string & {}";
    case "literal":
      return encodeJson(type.value);
    case "array":
      return `${printOperand(type.items, nameOf)}[]`;
    case "tuple":
      return printTuple(type, nameOf);
    case "object":
      return printObject(type, nameOf);
    case "reference":
      return nameOf(type.model);
    case "union":
      return type.members.map((member) => printOperand(member, nameOf)).join(" | ");
    case "intersection":
      return type.members.map((member) => printOperand(member, nameOf)).join(" & ");
  }
}

/**
 * The type of an index signature beside named properties, which it has to cover as well;
 * undefined where there is none.
 */
function indexType({ properties, index }: ObjectType): Type | undefined {
  if (properties.length === 0 && index === undefined) return { kind: "unknown" };
  if (index === undefined || index.kind === "never") return undefined;
  return join([index, ...properties.map(({ type }) => type)]);
}

/** An index signature's type as code; optional properties beside it may be `undefined`. */
export function printIndexType(object: ObjectType, nameOf: NameOfModel): string | undefined {
  const type = indexType(object);
  if (type === undefined) return undefined;
  const hasOptional = object.properties.some(({ optional }) => optional);
  const printed = printType(type, nameOf);
  return hasOptional && type.kind !== "unknown" ? `${printed} | undefined` : printed;
}

function printOperand(type: Type, nameOf: NameOfModel): string {
  const printed = printType(type, nameOf);
  return ["union", "intersection", "otherString"].includes(type.kind) ? `(${printed})` : printed;
}

function printTuple({ items, required, rest }: TupleType, nameOf: NameOfModel): string {
  const elements = items.map((item, index) =>
    index < required ? printType(item, nameOf) : `${printOperand(item, nameOf)}?`,
  );
  if (rest.kind !== "never") elements.push(`...${printOperand(rest, nameOf)}[]`);
  return `[${elements.join(", ")}]`;
}

function printObject(type: ObjectType, nameOf: NameOfModel): string {
  const members = type.properties.map(
    ({ name, optional, type: property }) =>
      `${encodePropertyName(name)}${optional ? "?" : ""}: ${printType(property, nameOf)}`,
  );
  const index = printIndexType(type, nameOf);
  if (index !== undefined) members.push(`[key: string]: ${index}`);
  return members.length === 0 ? "Record<string, never>" : `{ ${members.join("; ")} }`;
}
