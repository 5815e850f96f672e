import type { SchemaId } from "../core/schema-id.js";
import type { Model, Models } from "../model/model.js";
import type { ModelTypes } from "../types/algebra.js";
import { printType } from "./types/print.js";
import type { PropertyType, Type } from "../types/type.js";

/**
 * A Mermaid class diagram of the models: their properties, and which contains which.
 *
 * https://mermaid.js.org/syntax/classDiagram.html
 */
export function classDiagram(models: Models, types: ModelTypes): string {
  const lines = models.all.flatMap((model) => [
    ...classLines(model, models, types),
    ...relations(model, models, types),
  ]);
  return ["```mermaid", "classDiagram", ...lines.map((line) => `  ${line}`), "```"].join("\n");
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
  const printed = printType(type, (id) => models.byId.get(id)?.name ?? "unknown");
  // Braces and the like have a meaning in a diagram: an inline type is only hinted at.
  const short = /^[\w\s|"[\]().-]{1,60}$/.test(printed) ? printed : "…";
  return `${/^\w+$/.test(name) ? name : "…"}${optional ? "?" : ""} ${short.replaceAll('"', "'")}`;
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
