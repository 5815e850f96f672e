import type { SchemaId } from "../core/schema-id.js";
import type { Model, Models } from "../model/model.js";
import { codeBlock } from "../text/markdown.js";
import type { ModelTypes } from "../types/algebra.js";
import type { PropertyType, Type } from "../types/type.js";

/**
 * A Mermaid class diagram of the models: their properties, and how they nest.
 *
 * https://mermaid.js.org/syntax/classDiagram.html
 */
export function classDiagram(models: Models, types: ModelTypes): string {
  const lines = models.all.flatMap((model) => [
    ...classLines(model, models, types),
    ...relations(model, models, types),
  ]);
  return codeBlock(["classDiagram", ...lines.map((line) => `  ${line}`)], "mermaid");
}

function classLines({ id, name }: Model, models: Models, types: ModelTypes): readonly string[] {
  const type = types.get(id);
  if (type.kind !== "object" || type.properties.length === 0) return [`class ${name}`];
  return [
    `class ${name} {`,
    ...type.properties.map((property) => `  ${memberLine(property, models)}`),
    "}",
  ];
}

function memberLine({ name, optional, type }: PropertyType, models: Models): string {
  const short = shortType(type, models);
  const shown = short === undefined || short.length > longestType ? "…" : short;
  return `${/^\w+$/.test(name) ? name : "…"}${optional ? "?" : ""} ${shown}`;
}

/** How many characters a type may take. */
const longestType = 60;

/**
 * A type as a diagram can show it, or undefined if its text would have a meaning in Mermaid, such
 * as braces.
 */
function shortType(type: Type, models: Models): string | undefined {
  switch (type.kind) {
    case "unknown":
    case "never":
      return type.kind;
    case "primitive":
    case "other":
      return type.name;
    case "literal":
      if (typeof type.value !== "string") return String(type.value);
      return /^[\w .-]*$/.test(type.value) ? `'${type.value}'` : undefined;
    case "reference":
      return models.byId.get(type.model)?.name ?? "unknown";
    case "array": {
      const items = shortType(type.items, models);
      return items && (type.items.kind === "union" ? `(${items})[]` : `${items}[]`);
    }
    case "union": {
      const members = type.members.map((member) => shortType(member, models));
      return members.includes(undefined) ? undefined : members.join(" | ");
    }
    default:
      return undefined;
  }
}

function relations({ id, name }: Model, models: Models, types: ModelTypes): readonly string[] {
  const type = types.get(id);
  const targets =
    type.kind === "object"
      ? type.properties.flatMap((property) =>
          modelsIn(property.type).map((target) => ({ target, label: property.name })),
        )
      : modelsIn(type).map((target) => ({ target, label: "" }));
  return targets.map(({ target, label }) => {
    const other = models.byId.get(target)?.name ?? "unknown";
    return `${name} --> ${other}${/^\w+$/.test(label) ? ` : ${label}` : ""}`;
  });
}

function modelsIn(type: Type): readonly SchemaId[] {
  switch (type.kind) {
    case "reference":
      return [type.model];
    case "array":
      return modelsIn(type.items);
    case "tuple":
      return [...type.items, type.rest].flatMap(modelsIn);
    case "union":
    case "intersection":
      return type.members.flatMap(modelsIn);
    case "object":
      return [
        ...type.properties.flatMap((property) => modelsIn(property.type)),
        ...(type.index === undefined ? [] : modelsIn(type.index)),
      ];
    default:
      return [];
  }
}
