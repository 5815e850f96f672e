import type { DocTag } from "../../keywords/keyword.js";
import type { Model, Models } from "../../model/model.js";
import { composeDocs } from "../docs.js";
import { modulesOf } from "../models.js";
import type { Declaration, SourceFile } from "../source-file.js";
import { printCollector } from "./collector.js";
import { GuardModule } from "./guard-module.js";
import { checksOfModel } from "./lower.js";
import { mentions, parameterName } from "./parameters.js";
import { printPredicate } from "./predicate.js";

/** The modules with the guards, one beside each module of types. */
export function emitGuards(models: Models): readonly SourceFile[] {
  return modulesOf(models).map(([module, members]) => emitModule(module, members, models));
}

function emitModule(module: string, members: readonly Model[], models: Models): SourceFile {
  const guards = new GuardModule(module, models);
  const functions = members.flatMap((model) => guardFunctions(model, guards));
  const { imports } = guards;
  for (const { name } of members) imports.type(name, `../models/${module}.js`);
  imports.type("Issue", "../runtime/issue.js");
  imports.type("ValidationResult", "../runtime/issue.js");
  imports.type("Path", "../runtime/collect.js");
  imports.type("StandardSchema", "../runtime/standard-schema.js");
  const declarations = [...needed(guards.hoisted, functions), ...functions];
  const code = declarations.map(codeOf).join("\n");
  return {
    path: `src/guards/${module}.ts`,
    imports: imports.all.flatMap(({ from, types, values }) => {
      const kept = values.filter((name) => mentions(code, name));
      return types.length + kept.length === 0 ? [] : [{ from, types, values: kept }];
    }),
    declarations,
  };
}

function guardFunctions(model: Model, module: GuardModule): readonly Declaration[] {
  const { name, exports } = model;
  const checks = checksOfModel(model, module.models);
  const predicate = printPredicate(checks, module);
  const collector = printCollector(checks, module);
  const value = "value: unknown";
  return [
    {
      kind: "function",
      name: exports.is,
      docs: docs(`Tells whether a value is a valid {@link ${name}}.`),
      parameters: [parameter("value", "unknown", predicate)],
      returns: `${parameterName("value", predicate)} is ${name}`,
      body: predicate,
      exported: true,
    },
    {
      kind: "function",
      name: exports.assert,
      docs: docs(
        `Throws a {@link ValidationError} that says what is wrong, unless a value is a valid {@link ${name}}.`,
      ),
      parameters: [value],
      returns: `asserts value is ${name}`,
      body: `${module.runtime("assertValid")}("${name}", ${exports.validate}(value));`,
      exported: true,
    },
    {
      kind: "function",
      name: exports.validate,
      docs: docs(
        `Holds a value against {@link ${name}}: the result has the value, or every issue that it has.`,
      ),
      parameters: [value],
      returns: `ValidationResult<${name}>`,
      body: `return ${exports.is}(value) ? { value } : { issues: ${module.runtime("collect")}(${exports.collect}, value) };`,
      exported: true,
    },
    {
      kind: "function",
      name: exports.parse,
      docs: docs(
        `Parses JSON text that has to be a valid {@link ${name}}; throws a {@link ValidationError} where it is not, and a \`SyntaxError\` where it is no JSON.`,
      ),
      parameters: ["json: string"],
      returns: name,
      body: `const value: unknown = JSON.parse(json);
${exports.assert}(value);
return value;`,
      exported: true,
    },
    {
      kind: "constant",
      name: exports.schema,
      docs: docs(`{@link ${name}} as a Standard Schema, for libraries that take one.`),
      type: `StandardSchema<${name}>`,
      value: `/* @__PURE__ */ ${module.runtime("standardSchema")}(${exports.validate})`,
      exported: true,
    },
    {
      kind: "function",
      name: exports.collect,
      docs: docs(
        `Adds what is wrong with a value to \`issues\`; for the guards of models that contain a {@link ${name}}.`,
        [{ name: "internal", text: "" }],
      ),
      parameters: [
        parameter("value", "unknown", collector),
        parameter("path", "Path", collector),
        parameter("issues", "Issue[]", collector),
      ],
      returns: "void",
      body: collector,
      exported: true,
    },
  ];
}

function parameter(name: string, type: string, body: string): string {
  return `${parameterName(name, body)}: ${type}`;
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
  const code = [...hoisted, ...functions].map(codeOf).join("\n");
  const kept = hoisted.filter(
    (declaration) => declaration.kind === "reexport" || mentions(code, declaration.name),
  );
  return kept.length === hoisted.length ? kept : needed(kept, functions);
}

function docs(text: string, tags: readonly DocTag[] = []): string {
  return composeDocs(text, tags, 0) ?? text;
}
