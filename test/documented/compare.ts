import {
  type InterfaceDeclaration,
  type PropertySignature,
  type SourceFile,
  SyntaxKind,
  type TypeAliasDeclaration,
  type TypeElementTypes,
} from "ts-morph";
import {
  type DocumentedAlias,
  type DocumentedClass,
  type DocumentedDeclaration,
  type DocumentedField,
  fileNameOf,
  valuesNameOf,
} from "./facts/fact.js";
import { documentedDeclarations } from "./facts/index.js";
import { generatedDoc } from "./generated-doc.js";
import { declarationsOf, objectTypeOf } from "./generated-files.js";
import { generatedType, tupleMembers } from "./generated-type.js";
import { expectedType } from "./python-type.js";
import { unionText } from "./type-text.js";

export type Aspect =
  | "declaration"
  | "missing"
  | "extra"
  | "order"
  | "presence"
  | "modifier"
  | "type"
  | "literals"
  | "doc";

/** One fact that the generated declarations do not hold. */
export interface Difference {
  /** The class or alias, or a field of a class: `Batch.status`. */
  readonly at: string;
  readonly aspect: Aspect;
  readonly documented: string | readonly string[];
  readonly generated: string | readonly string[];
}

/**
 * Compares every documented fact with the generated declarations.
 *
 * @param sourceFiles - the files of the generated models
 * @returns the facts that do not hold, and what is declared beyond them; empty when they agree
 */
export function compareWithDocuments(sourceFiles: readonly SourceFile[]): Difference[] {
  return documentedDeclarations.flatMap((documented) => {
    const [declaration, ...others] = declarationsOf(documented, sourceFiles);
    if (declaration === undefined) {
      return [
        declarationDifference(documented, `a declaration in ${fileNameOf(documented)}`, "none"),
      ];
    }
    return [
      ...others.map((other) =>
        declarationDifference(documented, "one declaration", other.getText()),
      ),
      ...(declaration.isExported()
        ? []
        : [declarationDifference(documented, "exported", "not exported")]),
      ...(documented.kind === "class"
        ? compareClass(documented, declaration)
        : compareAlias(documented, declaration)),
    ];
  });
}

function declarationDifference(
  { name }: DocumentedDeclaration,
  documented: string,
  generated: string,
): Difference {
  return { at: name, aspect: "declaration", documented, generated };
}

function compareAlias(
  documented: DocumentedAlias,
  declaration: InterfaceDeclaration | TypeAliasDeclaration,
): Difference[] {
  return [
    ...compareHeritage(documented, declaration),
    ...difference(
      documented.name,
      "type",
      expectedType(documented.type),
      generatedType(
        declaration.isKind(SyntaxKind.InterfaceDeclaration)
          ? declaration
          : declaration.getTypeNodeOrThrow(),
      ),
    ),
  ];
}

function compareClass(
  documented: DocumentedClass,
  declaration: InterfaceDeclaration | TypeAliasDeclaration,
): Difference[] {
  const members = objectTypeOf(declaration)?.getMembers();
  if (members === undefined) {
    return [declarationDifference(documented, "an object type", declaration.getText())];
  }
  return [
    ...compareHeritage(documented, declaration),
    ...compareMembers(documented, members),
    ...compareOrder(documented, members),
  ];
}

function compareHeritage(
  documented: DocumentedDeclaration,
  declaration: InterfaceDeclaration | TypeAliasDeclaration,
): Difference[] {
  return declaration.isKind(SyntaxKind.InterfaceDeclaration)
    ? declaration
        .getExtends()
        .map((base) => declarationDifference(documented, "no base", base.getText()))
    : [];
}

function compareMembers(
  { name, fields }: DocumentedClass,
  members: readonly TypeElementTypes[],
): Difference[] {
  const known = new Set<TypeElementTypes>();
  const differences = fields.flatMap((field) => {
    const at = `${name}.${field.name}`;
    const property = members
      .find((member) => nameOf(member) === field.name)
      ?.asKind(SyntaxKind.PropertySignature);
    if (property === undefined) {
      return difference(at, "missing", field.type, "none");
    }
    known.add(property);
    return compareField(at, field, property);
  });
  const extra = members
    .filter((member) => !known.has(member))
    .flatMap((member) =>
      difference(`${name}.${nameOf(member)}`, "extra", "none", member.getText()),
    );
  return [...differences, ...extra];
}

function compareField(
  at: string,
  field: DocumentedField,
  property: PropertySignature,
): Difference[] {
  const type = property.getTypeNode();
  return [
    ...difference(
      at,
      "presence",
      field.required ? "required" : "optional",
      property.hasQuestionToken() ? "optional" : "required",
    ),
    ...difference(at, "modifier", "writable", property.isReadonly() ? "readonly" : "writable"),
    ...difference(
      at,
      "type",
      expectedType(field.type),
      type === undefined ? "none" : generatedType(type),
    ),
    ...compareLiterals(at, field, property.getSourceFile()),
    ...(field.doc === undefined ? [] : difference(at, "doc", field.doc, generatedDoc(property))),
  ];
}

/** The alias of a literal union and the constant that lists its values, where the package names them. */
function compareLiterals(
  at: string,
  { alias, literals }: DocumentedField,
  file: SourceFile,
): Difference[] {
  if (alias === undefined || literals === undefined) {
    return [];
  }
  const expected = literals.map((literal) => JSON.stringify(literal));
  const type = file.getTypeAlias(alias);
  const values = file.getVariableDeclaration(valuesNameOf(alias));
  return [
    ...difference(
      at,
      "literals",
      `${alias}: ${unionText(expected)}`,
      type?.isExported() === true
        ? `${alias}: ${generatedType(type.getTypeNodeOrThrow())}`
        : `${alias}: not exported`,
    ),
    ...difference(
      at,
      "literals",
      expected,
      values?.isExported() === true
        ? (tupleMembers(values.getType()) ?? values.getText())
        : `${valuesNameOf(alias)}: not exported`,
    ),
  ];
}

/** Names every field that is not in its place among the fields that are both documented and generated. */
function compareOrder(
  { name, fields }: DocumentedClass,
  members: readonly TypeElementTypes[],
): Difference[] {
  const documented = fields.map((field) => field.name);
  const generated = members.map(nameOf);
  const expected = documented.filter((field) => generated.includes(field));
  const actual = generated.filter((field) => documented.includes(field));
  return expected.flatMap((field, index) =>
    difference(
      `${name}.${field}`,
      "order",
      `${field} at ${index}`,
      `${actual[index] ?? "none"} at ${index}`,
    ),
  );
}

/** @returns the name of a property as a reader of the JSON sees it; the text of any other member */
function nameOf(member: TypeElementTypes): string {
  if (!member.isKind(SyntaxKind.PropertySignature)) {
    return member.getText();
  }
  const name = member.getNameNode();
  return name.isKind(SyntaxKind.StringLiteral) ? name.getLiteralValue() : name.getText();
}

function difference(
  at: string,
  aspect: Aspect,
  documented: string | readonly string[],
  generated: string | readonly string[],
): Difference[] {
  return JSON.stringify(documented) === JSON.stringify(generated)
    ? []
    : [{ at, aspect, documented, generated }];
}
