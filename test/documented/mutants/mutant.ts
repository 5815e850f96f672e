import type {
  InterfaceDeclaration,
  PropertySignature,
  SourceFile,
  TypeAliasDeclaration,
} from "ts-morph";
import type { Aspect } from "../compare.js";
import { type DocumentedClass, type DocumentedDeclaration, fileNameOf } from "../facts/fact.js";
import { declarationsOf, type ObjectType, objectTypeOf } from "../generated-files.js";

/** A change to the generated declarations that the comparison has to notice. */
export interface Mutant {
  /** What is changed: "Batch.status is dropped". */
  readonly change: string;
  /** Where differences have to be named: a class or alias, or fields of a class. */
  readonly at: readonly string[];
  readonly aspect: Aspect;
  /** Changes source files in place; throws where they have nothing to change. */
  readonly apply: (sourceFiles: readonly SourceFile[]) => void;
}

/** @returns the generated declaration; throws if there is none */
export function findDeclaration(
  documented: DocumentedDeclaration,
  sourceFiles: readonly SourceFile[],
): InterfaceDeclaration | TypeAliasDeclaration {
  return found(declarationsOf(documented, sourceFiles)[0], documented.name);
}

/** @returns the generated object type; throws if there is none */
export function findObjectType(
  documented: DocumentedClass,
  sourceFiles: readonly SourceFile[],
): ObjectType {
  return found(objectTypeOf(findDeclaration(documented, sourceFiles)), documented.name);
}

/** @returns the generated property; throws if there is none */
export function findProperty(
  documented: DocumentedClass,
  field: string,
  sourceFiles: readonly SourceFile[],
): PropertySignature {
  return findObjectType(documented, sourceFiles).getPropertyOrThrow(field);
}

/** @returns the generated file; throws if there is none */
export function findFile(
  documented: DocumentedDeclaration,
  sourceFiles: readonly SourceFile[],
): SourceFile {
  const name = fileNameOf(documented);
  return found(
    sourceFiles.find((file) => file.getBaseName() === name),
    name,
  );
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) {
    throw new Error(`The generated models have no ${what}`);
  }
  return value;
}
