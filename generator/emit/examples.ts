import type { Model } from "../model/model.js";
import { encodeAccess, encodeJson } from "../code/encode.js";
import type { ModelTypes } from "../types/algebra.js";
import { literalsOf } from "./types/literals.js";

// What the doc comments show as examples: each is code of a consumer.

/** How a value of the type of a model is written or read. */
export function typeExample(model: Model, types: ModelTypes): string {
  const [literal] = literalsOf(model, types) ?? [];
  if (literal !== undefined) return `const value: ${model.name} = ${encodeJson(literal)};`;
  const type = types.get(model.id);
  const [property] = type.kind === "object" ? type.properties : [];
  return property === undefined
    ? `function take(value: ${model.name}): void {}`
    : `const read = (value: ${model.name}) => value${encodeAccess(property.name)};`;
}

/** How the exports of a guard are used, by the names of {@link Model.exports}. */
export function guardExamples({ exports }: Model): Readonly<Record<GuardExport, string>> {
  return {
    is: `const valid = values.filter(${exports.is});`,
    assert: `${exports.assert}(await response.json());`,
    validate: `for (const { message } of ${exports.validate}(value).issues ?? []) console.error(message);`,
    parse: `const value = ${exports.parse}(await response.text());`,
    parseLines: [
      `for await (const { line, value, issues } of ${exports.parseLines}(file)) {`,
      "  if (issues) console.error(line, issues);",
      "}",
    ].join("\n"),
    schema: `const procedure = publicProcedure.input(${exports.schema});`,
  };
}

type GuardExport = "is" | "assert" | "validate" | "parse" | "parseLines" | "schema";
