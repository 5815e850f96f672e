import { readdirSync, readFileSync } from "node:fs";
import {
  type InterfaceDeclaration,
  Project,
  type SourceFile,
  SyntaxKind,
  ts,
  type TypeAliasDeclaration,
  type TypeLiteralNode,
} from "ts-morph";
import { type DocumentedDeclaration, fileNameOf } from "./facts/fact.js";

const MODELS = new URL("../../generated/src/models/", import.meta.url);

/** What has members. */
export type ObjectType = InterfaceDeclaration | TypeLiteralNode;

/** @returns the text of every file of the generated models, by file name */
export function readGeneratedModels(): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(MODELS)
      .filter((name) => name.endsWith(".ts"))
      .map((name) => [name, readFileSync(new URL(name, MODELS), "utf8")]),
  );
}

/** @returns source files of their own, in memory, that a test may change */
export function sourceFilesOf(texts: ReadonlyMap<string, string>): readonly SourceFile[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    // The global types are recognised by name: their declarations are most of what a checker reads.
    skipLoadingLibFiles: true,
    compilerOptions: {
      module: ts.ModuleKind.NodeNext,
      noLib: true,
      strict: true,
    },
  });
  return Array.from(texts, ([name, text]) => project.createSourceFile(`/models/${name}`, text));
}

/** @returns every interface and type alias that answers to the name, in the module where it belongs */
export function declarationsOf(
  documented: DocumentedDeclaration,
  sourceFiles: readonly SourceFile[],
): readonly (InterfaceDeclaration | TypeAliasDeclaration)[] {
  return sourceFiles
    .filter((file) => file.getBaseName() === fileNameOf(documented))
    .flatMap((file) => [...file.getInterfaces(), ...file.getTypeAliases()])
    .filter((declaration) => declaration.getName() === documented.name);
}

/** @returns where a declaration has its members; undefined where it declares no object type */
export function objectTypeOf(
  declaration: InterfaceDeclaration | TypeAliasDeclaration,
): ObjectType | undefined {
  return declaration.isKind(SyntaxKind.InterfaceDeclaration)
    ? declaration
    : declaration.getTypeNode()?.asKind(SyntaxKind.TypeLiteral);
}
