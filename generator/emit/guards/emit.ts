import type { Document } from "../../openapi/document.js";
import type { Model, Models } from "../../model/model.js";
import { encodeString } from "../../code/encode.js";
import { guardExamples } from "../examples.js";
import { findUses } from "../../model/uses.js";
import type { ModelModule } from "../models.js";
import type { ModelTypes } from "../../types/algebra.js";
import type { Declaration, SourceFile } from "../../code/source-file.js";
import { wrapMarkdown } from "../../code/wrap.js";
import { pathImpliesSchema } from "./collector-call.js";
import { printCollector } from "./collector-model.js";
import { GuardModule } from "./guard-module.js";
import { checksOfModel } from "../../model/lower.js";
import { mentionedNames, parameterName, parameterOf } from "../../code/parameters.js";
import { printPredicate } from "./predicate.js";
import { findValueLists } from "./value-lists.js";

/** The modules with the guards, one beside each module of types. */
export function emitGuards(
  modules: readonly ModelModule[],
  document: Document,
  models: Models,
  types: ModelTypes,
): readonly SourceFile[] {
  const uses = findUses(models);
  const context = {
    models,
    names: new Set(models.all.map(({ name }) => name)),
    documentUri: document.uri,
    lists: findValueLists(models, types, uses),
    printPredicate,
  };
  return modules.map(([module, members]) =>
    emitModule(module, members, new GuardModule(module, members, context)),
  );
}

function emitModule(module: string, members: readonly Model[], guards: GuardModule): SourceFile {
  const functions = members.flatMap((model) => guardFunctions(model, guards));
  guards.finish();
  const { imports } = guards;
  for (const { name } of members) imports.type(name, `../models/${module}.js`);
  imports.type("ValidationResult", "../runtime/issue.js");
  imports.type("ValidationOptions", "../runtime/issue.js");
  imports.type("Finding", "../runtime/collect.js");
  imports.type("Path", "../runtime/collect.js");
  imports.type("ParsedLine", "../runtime/parse-lines.js");
  imports.type("TextChunks", "../runtime/parse-lines.js");
  imports.type("StandardSchema", "../runtime/standard-schema.js");
  const declarations = [...needed(guards.hoisted, functions), ...functions];
  const mentioned = mentionedNames(declarations.map(codeOf).join("\n"));
  return {
    path: `src/guards/${module}.ts`,
    imports: imports.all.flatMap(({ from, types, values }) => {
      const kept = values.filter((name) => mentioned.has(name));
      return types.length + kept.length === 0 ? [] : [{ from, types, values: kept }];
    }),
    declarations,
  };
}

function guardFunctions(model: Model, module: GuardModule): readonly Declaration[] {
  const { name, exports } = model;
  const checks = checksOfModel(model, module.models);
  const predicate = printPredicate(checks, module);
  const collector = printCollector(model, checks, module);
  const examples = guardExamples(model);
  const value = "value: unknown";
  const options = "options?: ValidationOptions";
  return [
    {
      kind: "function",
      name: exports.is,
      docs: docs(`Tells whether a value is a valid {@link ${name}}.`, examples.is),
      parameters: [parameterOf(value, predicate)],
      returns: `${parameterName("value", predicate)} is ${name}`,
      body: predicate,
      exported: true,
    },
    {
      kind: "function",
      name: exports.assert,
      docs: docs(
        `Throws a {@link ValidationError} unless a value is a valid {@link ${name}}.`,
        examples.assert,
      ),
      parameters: [value, options],
      returns: `asserts value is ${name}`,
      body: `${module.runtime("assertValid")}("${name}", ${exports.validate}(value, options));`,
      exported: true,
    },
    {
      kind: "function",
      name: exports.validate,
      docs: docs(`The value as {@link ${name}}, or every issue that it has.`, examples.validate),
      parameters: [value, options],
      returns: `ValidationResult<${name}>`,
      body: `return ${exports.is}(value) ? { value } : { issues: ${collectCall(model, module)} };`,
      exported: true,
    },
    {
      kind: "function",
      name: exports.parse,
      docs: docs(`Parses JSON text of a valid {@link ${name}}, or throws.`, examples.parse),
      parameters: ["json: string", options],
      returns: name,
      body: `return ${module.runtime("readJson")}("${name}", json, ${exports.validate}, options);`,
      exported: true,
    },
    {
      kind: "function",
      name: exports.parseLines,
      docs: docs(
        `Parses JSON Lines of which each has to be a valid {@link ${name}}, one by one.`,
        examples.parseLines,
      ),
      parameters: ["chunks: TextChunks", options],
      returns: `AsyncGenerator<ParsedLine<${name}>, void, void>`,
      body: `return ${module.runtime("readLines")}(chunks, ${exports.validate}, options);`,
      exported: true,
    },
    {
      kind: "constant",
      name: exports.schema,
      docs: docs(
        `{@link ${name}} as a [Standard Schema](https://standardschema.dev).`,
        examples.schema,
      ),
      type: `StandardSchema<${name}>`,
      value: `/* @__PURE__ */ ${module.runtime("standardSchema")}(${exports.validate})`,
      exported: true,
    },
    {
      kind: "function",
      name: exports.collect,
      docs: "@internal",
      parameters: [
        parameterOf(value, collector),
        parameterOf("path: Path", collector),
        parameterOf("findings: Finding[]", collector),
      ],
      returns: "void",
      body: collector,
      exported: true,
    },
  ];
}

/** A call that collects what is wrong with a whole value, and tells which schema is meant. */
function collectCall(model: Model, module: GuardModule): string {
  const schema = encodeString(module.schemaPath(model.schema.place));
  const args = [
    model.exports.collect,
    "value",
    "options",
    ...(pathImpliesSchema(model) ? [schema] : []),
  ];
  return `${module.runtime("collect")}(${args.join(", ")})`;
}

/** The code of a declaration, as far as it can need something else. */
function codeOf(declaration: Declaration): string {
  switch (declaration.kind) {
    case "function":
      return declaration.body;
    case "constant":
      return declaration.value;
    default:
      return "";
  }
}

/** What stands outside the guards, without what was folded away in the end. */
function needed(
  hoisted: readonly Declaration[],
  functions: readonly Declaration[],
): readonly Declaration[] {
  if (hoisted.length === 0) return [];
  const mentioned = mentionedNames([...hoisted, ...functions].map(codeOf).join("\n"));
  const kept = hoisted.filter(
    (declaration) => declaration.kind === "reexport" || mentioned.has(declaration.name),
  );
  return kept.length === hoisted.length ? kept : needed(kept, functions);
}

/** A doc comment of a sentence and an example, which have nothing of the document but identifiers. */
function docs(text: string, example: string): string {
  const separator = example.includes("\n") ? "\n" : " ";
  return `${wrapMarkdown(text, docsWidth).join("\n")}\n\n@example${separator}${example}`;
}

/** " * " takes three of the 80 columns. */
const docsWidth = 77;
