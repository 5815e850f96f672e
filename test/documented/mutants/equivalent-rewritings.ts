import { type PropertySignature, type SourceFile, SyntaxKind } from "ts-morph";
import { batch, errors } from "../facts/batch.js";
import { documentedClasses } from "../facts/index.js";
import { metadata } from "../facts/imported.js";
import { generatedDoc } from "../generated-doc.js";
import { setDoc } from "./doc-mutants.js";
import { findDeclaration, findFile, findObjectType, findProperty, type Mutant } from "./mutant.js";

/** @returns other spellings of the generated declarations, which the comparison must not notice */
export function equivalentRewritings(): readonly Pick<Mutant, "change" | "apply">[] {
  return [
    {
      change: "doc comments are wrapped after every word",
      apply: forEveryProperty((property) => {
        setDoc(
          property,
          generatedDoc(property).map((text) => text.replaceAll(" ", "\n")),
        );
      }),
    },
    {
      change: "doc comments have tags",
      apply: forEveryProperty((property) => {
        const [doc] = property.getJsDocs();
        (doc ?? property.addJsDoc("")).addTag({
          tagName: "example",
          text: "something",
        });
      }),
    },
    {
      change: "property names are quoted",
      apply: forEveryProperty((property) => {
        property.getNameNode().replaceWithText(`"${property.getName()}"`);
      }),
    },
    {
      change: "union members are in parentheses, null first",
      apply: forEveryProperty((property) => {
        const type = property.getTypeNodeOrThrow();
        if (type.isKind(SyntaxKind.UnionType)) {
          const members = type.getTypeNodes().map((node) => node.getText());
          property.setType(
            members
              .toReversed()
              .map((member) => `(${member})`)
              .join(" | "),
          );
        }
      }),
    },
    {
      change: "a list is an Array<...>",
      apply: (sourceFiles) => {
        findProperty(errors, "data", sourceFiles).setType("Array<BatchError> | null");
      },
    },
    {
      change: "an import has a local name",
      apply: (sourceFiles) => {
        const specifier = findFile(errors, sourceFiles)
          .getImportDeclarations()
          .flatMap((declaration) => declaration.getNamedImports())
          .find((named) => named.getName() === "BatchError");
        specifier?.setAlias("LocalName");
        findProperty(errors, "data", sourceFiles).setType("LocalName[] | null");
      },
    },
    {
      change: "an interface is a type alias",
      apply: (sourceFiles) => {
        const members = findObjectType(batch, sourceFiles)
          .getMembers()
          .map((member) => member.getText(true));
        findDeclaration(batch, sourceFiles).replaceWithText(
          `export type Batch = {\n${members.join("\n")}\n};`,
        );
      },
    },
    {
      change: "a literal union is written at its property",
      apply: (sourceFiles) => {
        findProperty(batch, "status", sourceFiles).setType(documentedLiterals());
      },
    },
    {
      change: "a literal union is written at its alias",
      apply: (sourceFiles) => {
        findFile(batch, sourceFiles)
          .getTypeAliasOrThrow("BatchStatus")
          .setType(documentedLiterals());
      },
    },
    {
      change: "a literal union is derived from the constant of its values",
      apply: (sourceFiles) => {
        findFile(batch, sourceFiles)
          .getTypeAliasOrThrow("BatchStatus")
          .setType("(typeof batchStatusValues)[number]");
      },
    },
    ...[
      "type Metadata = Record<string, string>;",
      "type Metadata = { [name: string]: string };",
      "interface Metadata { [key: string]: string }",
    ].map((declaration) => ({
      change: `a dictionary is ${declaration}`,
      apply: (sourceFiles: readonly SourceFile[]) => {
        findDeclaration(metadata, sourceFiles).replaceWithText(`export ${declaration}`);
      },
    })),
  ];
}

function forEveryProperty(rewrite: (property: PropertySignature) => void): Mutant["apply"] {
  return (sourceFiles) => {
    for (const documented of documentedClasses) {
      for (const { name } of documented.fields) {
        rewrite(findProperty(documented, name, sourceFiles));
      }
    }
  };
}

function documentedLiterals(): string {
  const { literals } = batch.fields.find(({ name }) => name === "status") ?? {};
  return (literals ?? []).map((literal) => `"${literal}"`).join(" | ");
}
