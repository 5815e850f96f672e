import {
  type InterfaceDeclaration,
  type SourceFile,
  SyntaxKind,
  type TypeAliasDeclaration,
} from "ts-morph";
import type { Aspect } from "../compare.js";
import { type DocumentedClass, type DocumentedDeclaration } from "../facts/fact.js";
import { documentedAliases, documentedClasses, documentedDeclarations } from "../facts/index.js";
import { findDeclaration, findFile, findObjectType, type Mutant } from "./mutant.js";

/** @returns for every documented declaration: dropped, renamed, moved, not exported, widened … */
export function declarationMutants(): readonly Mutant[] {
  return [
    ...documentedDeclarations.flatMap(nameMutants),
    ...documentedClasses.flatMap(shapeMutants),
    ...documentedClasses.flatMap(importMutants),
    ...documentedAliases.flatMap(aliasMutants),
  ];
}

type Declaration = InterfaceDeclaration | TypeAliasDeclaration;

function mutantsOf(documented: DocumentedDeclaration) {
  return (what: string, aspect: Aspect, apply: (declaration: Declaration) => void): Mutant => ({
    change: `${documented.name} ${what}`,
    at: [documented.name],
    aspect,
    apply: (sourceFiles) => {
      apply(findDeclaration(documented, sourceFiles));
    },
  });
}

function nameMutants(documented: DocumentedDeclaration): readonly Mutant[] {
  const mutant = mutantsOf(documented);
  return [
    mutant("is dropped", "declaration", (declaration) => {
      declaration.remove();
    }),
    mutant("is renamed", "declaration", (declaration) => {
      declaration.getNameNode().replaceWithText("Renamed");
    }),
    mutant("is not exported", "declaration", (declaration) => {
      declaration.setIsExported(false);
    }),
    mutant("moves to another module", "declaration", (declaration) => {
      declaration.getSourceFile().move("elsewhere.ts");
    }),
    mutant("is declared again", "declaration", (declaration) => {
      declaration.getSourceFile().addInterface({ name: documented.name, isExported: true });
    }),
  ];
}

function shapeMutants(documented: DocumentedClass): readonly Mutant[] {
  const { name } = documented;
  const addition = (member: string): Mutant => ({
    change: `${name} gets the member ${member}`,
    at: [`${name}.${member}`],
    aspect: "extra",
    apply: (sourceFiles) => {
      const type = findObjectType(documented, sourceFiles);
      type.getSourceFile().insertText(type.getEnd() - 1, `${member}\n`);
    },
  });
  return [
    addition("[key: string]: unknown;"),
    addition("added(): void;"),
    addition("(): void;"),
    mutantsOf(documented)("gets a base", "declaration", (declaration) => {
      if (declaration.isKind(SyntaxKind.InterfaceDeclaration)) {
        declaration.addExtends("Record<string, unknown>");
      } else {
        const type = declaration.getTypeNodeOrThrow().getText();
        declaration.setType(`${type} & Record<string, unknown>`);
      }
    }),
  ];
}

/** @returns for every field whose type is another module's: that type replaced by one of the same name */
function importMutants(documented: DocumentedClass): readonly Mutant[] {
  return documentedDeclarations
    .filter((other) => other.module !== documented.module)
    .flatMap((other) => {
      const fields = documented.fields.filter(({ type }) =>
        new RegExp(`\\b${other.name}\\b`).test(type),
      );
      const mutant = (change: string, apply: Mutant["apply"]): readonly Mutant[] =>
        fields.map((field) => ({
          change: `${other.name} of ${documented.name}.${field.name} ${change}`,
          at: [`${documented.name}.${field.name}`],
          aspect: "type",
          apply,
        }));
      const dropImport = (sourceFiles: readonly SourceFile[]) => {
        findFile(documented, sourceFiles)
          .getImportDeclarationOrThrow((declaration) =>
            declaration.getNamedImports().some((specifier) => specifier.getName() === other.name),
          )
          .remove();
      };
      return [
        ...mutant("is not imported", dropImport),
        ...mutant("is declared beside it instead", (sourceFiles) => {
          dropImport(sourceFiles);
          findFile(documented, sourceFiles).addInterface({ name: other.name });
        }),
      ];
    });
}

const NOT_A_DICTIONARY_OF_STRINGS = [
  "{}",
  "object",
  "string",
  "Record<string, number>",
  "Record<string, unknown>",
  "Record<string, string | null>",
  "Record<number, string>",
  "Record<string, string> | null",
  "Record<string, string>[]",
  "Partial<Record<string, string>>",
  "Record<string>",
  "{ readonly [key: string]: string }",
  "{ [key: number]: string }",
  "{ [key: string]: string; added: string }",
  "{ [key: string] }",
] as const;

function aliasMutants(documented: DocumentedDeclaration): readonly Mutant[] {
  const mutant = mutantsOf(documented);
  return [
    ...NOT_A_DICTIONARY_OF_STRINGS.map((type) =>
      mutant(`becomes ${type}`, "type", (declaration) => {
        declaration.replaceWithText(`export type ${documented.name} = ${type};`);
      }),
    ),
    mutant("loses its index signature", "type", (declaration) => {
      declaration.replaceWithText(`export interface ${documented.name} {}`);
    }),
    mutant("gets a base", "declaration", (declaration) => {
      declaration.replaceWithText(
        `export interface ${documented.name} extends Object { [key: string]: string }`,
      );
    }),
  ];
}
