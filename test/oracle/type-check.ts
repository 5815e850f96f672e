import ts from "typescript";
import { isJsonArray, isJsonObject, type Json } from "../../generator/core/json.js";
import { compileTexts } from "../support/native-compiler.js";
import type { LoadedPackage } from "../support/load-package.js";

/** For each model, by its name, values that its type has to have. */
type Values = readonly (readonly [model: string, values: readonly Json[]])[];

/**
 * Checks with the compiler that the types of models accept some values.
 *
 * @param loaded - the package of the models
 * @returns what the compiler says against it; nothing, if the types have all the values
 */
export function typeErrors(
  loaded: Pick<LoadedPackage, "files" | "models">,
  values: Values,
): readonly string[] {
  return compileTexts(typeProgram(loaded, values));
}

/** The files of a program that compiles if the types of models have some values, by their paths. */
export function typeProgram(
  loaded: Pick<LoadedPackage, "files" | "models">,
  values: Values,
): Readonly<Record<string, string>> {
  const models = loaded.files
    .filter(({ path }) => path.startsWith("models/"))
    .map(({ path, text }) => [path, withoutWeakTypes(text)] as const);
  const imports = loaded.models.map(
    ({ name, module }) => `import type { ${name} } from "./models/${module}.js";`,
  );
  const types = values.flatMap(([model, some]) =>
    some.map((value) => `Has<${model}, ${literalType(value)}>`),
  );
  const code = [
    ...imports,
    "export type Has<Model, Value extends Model> = Value;",
    `export type Models = [${loaded.models.map(({ name }) => name).join(", ")}];`,
    ...types.map((type, index) => `export type Check${index} = ${type};`),
    "",
  ];
  return { ...Object.fromEntries(models), "check.ts": code.join("\n") };
}

/** The type that has one value only. */
function literalType(value: Json): string {
  if (isJsonArray(value)) return `[${value.map(literalType).join(", ")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${literalType(member)}`,
  );
  return `{ ${members.join("; ")} }`;
}

/**
 * Adds an index signature by symbols to every object type. It says nothing about JSON, but without
 * one TypeScript takes it for a mistake when an object has none of a type's optional properties.
 *
 * https://www.typescriptlang.org/docs/handbook/release-notes/typescript-2-4.html#weak-type-detection
 */
function withoutWeakTypes(text: string): string {
  const file = ts.createSourceFile("model.ts", text, ts.ScriptTarget.ES2022, true);
  const starts: number[] = [];
  const visit = (node: ts.Node): void => {
    // `{}` has no properties that could be missing, and stands for more than objects.
    const isWeak = ts.isTypeLiteralNode(node) && node.members.length > 0;
    if (isWeak || ts.isInterfaceDeclaration(node)) starts.push(node.members.pos);
    node.forEachChild(visit);
  };
  visit(file);
  return starts
    .toSorted((left, right) => right - left)
    .reduce((code, at) => `${code.slice(0, at)}[symbol: symbol]: unknown;${code.slice(at)}`, text);
}
