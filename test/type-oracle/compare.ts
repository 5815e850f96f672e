import { join } from "node:path";
import ts from "typescript";
import type { OutputFile } from "../../generator/index.js";

/** A model, and the component schema that openapi-typescript makes of the same schema. */
export interface Pair {
  /** The name of the model. */
  readonly model: string;
  /** The key in `components["schemas"]`. */
  readonly component: string;
}

/** What the compiler says about a pair. */
export interface Comparison extends Pair {
  /** Whether our type is assignable to that of openapi-typescript. */
  readonly oursFits: boolean;
  /** Whether the type of openapi-typescript is assignable to ours. */
  readonly theirsFits: boolean;
  /** The two declarations, for a reader. */
  readonly ours: string;
  readonly theirs: string;
}

/** `strict`, and optional properties that are absent: JSON has no `undefined`. */
const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

const folder = join(import.meta.dirname, "in-memory");

/**
 * Makes a program of files that are only in memory.
 *
 * @param files - their paths below a folder that does not exist, and their texts
 */
export function programOf(files: readonly OutputFile[]): ts.Program {
  const texts = new Map(files.map(({ path, text }) => [join(folder, path), text]));
  const host = ts.createCompilerHost(compilerOptions);
  const disk = ts.createCompilerHost(compilerOptions);
  host.fileExists = (path) => texts.has(path) || disk.fileExists(path);
  host.readFile = (path) => texts.get(path) ?? disk.readFile(path);
  host.getSourceFile = (path, languageVersion, ...others) => {
    const text = texts.get(path);
    return text === undefined
      ? disk.getSourceFile(path, languageVersion, ...others)
      : ts.createSourceFile(path, text, languageVersion);
  };
  // Without it the compiler takes every folder to be there.
  delete host.directoryExists;
  return ts.createProgram([...texts.keys()], compilerOptions, host);
}

/** A file of a program that {@link programOf} made. */
function fileOf(program: ts.Program, path: string): ts.SourceFile {
  const file = program.getSourceFile(join(folder, path));
  if (file === undefined) throw new Error(`The program has no file ${path}.`);
  return file;
}

/** What the compiler complains about in a file, with the lines. */
export function complaints(program: ts.Program, path: string): string[] {
  const file = fileOf(program, path);
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
    ({ messageText, start = 0 }) => {
      const { line } = file.getLineAndCharacterOfPosition(start);
      const text = file.text.split("\n")[line] ?? "";
      return `${text}\n  ${ts.flattenDiagnosticMessageText(messageText, "\n  ")}`;
    },
  );
}

/**
 * Compares models with the component schemas of an `openapi.ts`, in both directions.
 *
 * @param files - the files of a package, `openapi.ts` among them
 * @param pairs - what is compared with what
 */
export function compareTypes(
  files: readonly OutputFile[],
  pairs: readonly Pair[],
): readonly Comparison[] {
  const oracle = [
    'import type * as Ours from "./index.js";',
    'import type { components } from "./openapi.js";',
    'type Theirs = components["schemas"];',
    // In tuples, so that a union is compared as a whole.
    ...pairs.flatMap(({ model, component }, index) => {
      const [ours, theirs] = [`[Ours.${model}]`, `[Theirs[${JSON.stringify(component)}]]`];
      return [
        `export type Ours${index} = ${ours} extends ${theirs} ? true : false;`,
        `export type Theirs${index} = ${theirs} extends ${ours} ? true : false;`,
      ];
    }),
  ].join("\n");
  const program = programOf([...files, { path: "oracle.ts", text: oracle }]);
  const wrong = complaints(program, "oracle.ts");
  if (wrong.length > 0) throw new Error(`The types cannot be compared.\n${wrong.join("\n")}`);
  const checker = program.getTypeChecker();
  const answers = new Map(
    fileOf(program, "oracle.ts")
      .statements.filter(ts.isTypeAliasDeclaration)
      .map((alias) => {
        const type = checker.getTypeAtLocation(alias.name);
        return [alias.name.text, checker.typeToString(type)];
      }),
  );
  const ours = declarationsOf(program, files);
  const theirs = componentsOf(fileOf(program, "openapi.ts"));
  return pairs.map((pair, index) => ({
    ...pair,
    oursFits: answers.get(`Ours${index}`) === "true",
    theirsFits: answers.get(`Theirs${index}`) === "true",
    ours: ours.get(pair.model) ?? "",
    theirs: theirs.get(pair.component) ?? "",
  }));
}

/** The declarations of models, by name. */
function declarationsOf(
  program: ts.Program,
  files: readonly OutputFile[],
): ReadonlyMap<string, string> {
  const models = files.filter(({ path }) => path.startsWith("models/"));
  return new Map(
    models.flatMap(({ path }) =>
      fileOf(program, path).statements.flatMap((statement) =>
        ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
          ? [[statement.name.text, textOf(statement)] as const]
          : [],
      ),
    ),
  );
}

/** The component schemas of an `openapi.ts`, by key. */
function componentsOf(file: ts.SourceFile): ReadonlyMap<string, string> {
  const schemas = file.statements
    .filter(ts.isInterfaceDeclaration)
    .filter(({ name }) => name.text === "components")
    .flatMap(({ members }) => members.filter(ts.isPropertySignature))
    .find(({ name }) => name.getText(file) === "schemas")?.type;
  if (schemas === undefined || !ts.isTypeLiteralNode(schemas)) return new Map();
  return new Map(
    schemas.members
      .filter(ts.isPropertySignature)
      .map((member) => [propertyName(member.name, file), textOf(member, file)]),
  );
}

function propertyName(name: ts.PropertyName, file: ts.SourceFile): string {
  return ts.isStringLiteral(name) || ts.isIdentifier(name) ? name.text : name.getText(file);
}

/** A declaration on one line, without comments. */
function textOf(node: ts.Node, file: ts.SourceFile = node.getSourceFile()): string {
  const text = file.text.slice(node.getStart(file), node.end);
  return text.replace(/\/\*[^]*?\*\//g, "").replace(/\s+/g, " ");
}
