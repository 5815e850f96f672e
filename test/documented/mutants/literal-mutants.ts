import { type ArrayLiteralExpression, type SourceFile, SyntaxKind, type TypeNode } from "ts-morph";
import { type DocumentedClass, type DocumentedField, valuesNameOf } from "../facts/fact.js";
import { documentedClasses } from "../facts/index.js";
import { findFile, findProperty, type Mutant } from "./mutant.js";

/** @returns for every documented literal: dropped, changed, swapped with the next; and what else can be lost */
export function literalMutants(): readonly Mutant[] {
  return documentedClasses.flatMap((documented) =>
    documented.fields.flatMap((field) =>
      field.literals === undefined
        ? []
        : [
            ...typeMutants(documented, field, field.literals),
            ...(field.alias === undefined
              ? []
              : [
                  ...valuesMutants(documented, field, field.literals),
                  ...nameMutants(documented, field, field.alias),
                ]),
          ],
    ),
  );
}

interface LiteralChange {
  readonly what: string;
  readonly literals: readonly string[];
}

function literalChanges(literals: readonly string[]): readonly LiteralChange[] {
  return [
    { what: `has one more literal`, literals: [...literals, "one_more"] },
    ...literals.flatMap((literal, index) => [
      { what: `loses "${literal}"`, literals: literals.toSpliced(index, 1) },
      {
        what: `misspells "${literal}"`,
        literals: literals.with(index, `${literal}_`),
      },
    ]),
    ...literals.slice(1).map((literal, index) => ({
      what: `swaps "${literals[index] ?? ""}" and "${literal}"`,
      literals: literals.toSpliced(index, 2, literal, literals[index] ?? ""),
    })),
  ];
}

/** The literals that the type of the field comes from, wherever they are written. */
function typeMutants(
  documented: DocumentedClass,
  field: DocumentedField,
  literals: readonly string[],
): readonly Mutant[] {
  return literalChanges(literals).map((change) => ({
    change: `the type of ${documented.name}.${field.name} ${change.what}`,
    at: [`${documented.name}.${field.name}`],
    aspect: "type",
    apply: (sourceFiles) => {
      const property = findProperty(documented, field.name, sourceFiles);
      const file = property.getSourceFile();
      const places = [
        property.getTypeNode(),
        field.alias === undefined ? undefined : file.getTypeAlias(field.alias)?.getTypeNode(),
      ];
      const written = places.find(
        (place) =>
          place !== undefined &&
          [place, ...place.getDescendants()].some((node) => node.isKind(SyntaxKind.StringLiteral)),
      );
      if (written !== undefined) {
        setLiteralType(written, change.literals);
      } else {
        setValues(file, field, change.literals);
      }
    },
  }));
}

/** The constant that lists the literals. */
function valuesMutants(
  documented: DocumentedClass,
  field: DocumentedField,
  literals: readonly string[],
): readonly Mutant[] {
  return literalChanges(literals).map((change) => ({
    change: `the constant of ${documented.name}.${field.name} ${change.what}`,
    at: [`${documented.name}.${field.name}`],
    aspect: "literals",
    apply: (sourceFiles) => {
      setValues(findFile(documented, sourceFiles), field, change.literals);
    },
  }));
}

/** The alias of the union and the constant, as declarations. */
function nameMutants(
  documented: DocumentedClass,
  field: DocumentedField,
  alias: string,
): readonly Mutant[] {
  const values = valuesNameOf(alias);
  const mutant = (change: string, apply: (file: SourceFile) => void): Mutant => ({
    change,
    at: [`${documented.name}.${field.name}`],
    aspect: "literals",
    apply: (sourceFiles) => {
      apply(findFile(documented, sourceFiles));
    },
  });
  return [
    mutant(`${alias} is dropped`, (file) => {
      file.getTypeAliasOrThrow(alias).remove();
    }),
    mutant(`${alias} is not exported`, (file) => {
      file.getTypeAliasOrThrow(alias).setIsExported(false);
    }),
    mutant(`${alias} is any string`, (file) => {
      file.getTypeAliasOrThrow(alias).setType("string");
    }),
    mutant(`${values} is dropped`, (file) => {
      file.getVariableStatementOrThrow(values).remove();
    }),
    mutant(`${values} is not exported`, (file) => {
      file.getVariableStatementOrThrow(values).setIsExported(false);
    }),
    mutant(`${values} is not a constant tuple`, (file) => {
      valuesOf(file, values).getParentOrThrow().replaceWithText("[]");
    }),
    mutant(`${values} is any list of strings`, (file) => {
      file.getVariableDeclarationOrThrow(values).setType("readonly string[]");
    }),
  ];
}

function setLiteralType(type: TypeNode, literals: readonly string[]): void {
  type.replaceWithText(
    literals.length === 0
      ? "never"
      : literals.map((literal) => JSON.stringify(literal)).join(" | "),
  );
}

function setValues(
  file: SourceFile,
  { alias = "" }: DocumentedField,
  literals: readonly string[],
): void {
  valuesOf(file, valuesNameOf(alias)).replaceWithText(JSON.stringify(literals));
}

function valuesOf(file: SourceFile, name: string): ArrayLiteralExpression {
  const constant = file.getVariableDeclarationOrThrow(name);
  return constant.getFirstDescendantByKindOrThrow(SyntaxKind.ArrayLiteralExpression);
}
