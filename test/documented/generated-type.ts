import {
  type EntityName,
  type InterfaceDeclaration,
  SyntaxKind,
  type Type,
  type TypeNode,
} from "ts-morph";
import { fileNameOf } from "./facts/fact.js";
import { documentedDeclarations } from "./facts/index.js";
import type { ObjectType } from "./generated-files.js";
import { arrayText, recordText, unionText } from "./type-text.js";

/**
 * @param node - a type, or an interface that is only an index signature
 * @returns its text in the notation of `type-text.ts`: spellings of one type (`T[]`, `Array<T>`; `Record`, an
 *   index signature; a literal union, its alias, the members of a constant) give one text, and names of
 *   documented declarations stay names
 */
export function generatedType(node: TypeNode | InterfaceDeclaration): string {
  return unionText(membersOf(node));
}

/** @returns the union members of a type, in the order of the text that declares them */
function membersOf(node: TypeNode | InterfaceDeclaration): readonly string[] {
  if (node.isKind(SyntaxKind.ParenthesizedType)) {
    return membersOf(node.getTypeNode());
  }
  if (node.isKind(SyntaxKind.UnionType)) {
    return node.getTypeNodes().flatMap(membersOf);
  }
  if (node.isKind(SyntaxKind.LiteralType)) {
    const literal = node.getLiteral();
    return [
      literal.isKind(SyntaxKind.StringLiteral)
        ? JSON.stringify(literal.getLiteralValue())
        : literal.getText(),
    ];
  }
  if (node.isKind(SyntaxKind.ArrayType)) {
    return [arrayText(membersOf(node.getElementTypeNode()))];
  }
  if (node.isKind(SyntaxKind.InterfaceDeclaration) || node.isKind(SyntaxKind.TypeLiteral)) {
    return [indexSignatureText(node) ?? node.getText()];
  }
  if (node.isKind(SyntaxKind.IndexedAccessType)) {
    const values = valuesMembers(node.getObjectTypeNode());
    return values !== undefined && node.getIndexTypeNode().getText() === "number"
      ? values
      : [node.getText()];
  }
  if (node.isKind(SyntaxKind.TypeReference)) {
    return referenceMembers(node.getTypeName(), node.getTypeArguments());
  }
  return [node.getText()];
}

function indexSignatureText(node: ObjectType): string | undefined {
  const [signature] = node.getIndexSignatures();
  const value = signature?.getReturnTypeNode();
  return signature === undefined ||
    signature.isReadonly() ||
    value === undefined ||
    node.getMembers().length > 1
    ? undefined
    : recordText([signature.getKeyType().getText()], membersOf(value));
}

/** @returns the values of the constant tuple in `(typeof values)[number]`, in their order */
function valuesMembers(objectType: TypeNode): readonly string[] | undefined {
  if (objectType.isKind(SyntaxKind.ParenthesizedType)) {
    return valuesMembers(objectType.getTypeNode());
  }
  return objectType.isKind(SyntaxKind.TypeQuery)
    ? tupleMembers(objectType.getExprName().getType())
    : undefined;
}

/** @returns the literals of a tuple type, as texts; undefined for any other type */
export function tupleMembers(type: Type): readonly string[] | undefined {
  const elements = type.getTupleElements();
  return type.isTuple() && elements.every((element) => element.isLiteral())
    ? elements.map((element) => JSON.stringify(element.getLiteralValue()))
    : undefined;
}

function referenceMembers(name: EntityName, typeArguments: readonly TypeNode[]): readonly string[] {
  const symbol = name.getSymbol();
  const declarations = (symbol?.getAliasedSymbol() ?? symbol)?.getDeclarations() ?? [];
  const [declaration] = declarations;
  if (declaration === undefined) {
    return [builtInText(name.getText(), typeArguments.map(membersOf))];
  }
  const declaredName =
    declaration.isKind(SyntaxKind.InterfaceDeclaration) ||
    declaration.isKind(SyntaxKind.TypeAliasDeclaration)
      ? declaration.getName()
      : name.getText();
  const fileName = declaration.getSourceFile().getBaseName();
  const documented = documentedDeclarations.find(({ name }) => name === declaredName);
  if (documented !== undefined) {
    return fileNameOf(documented) === fileName
      ? [declaredName]
      : [`${declaredName} of ${fileName}`];
  }
  const aliased =
    declaration.isKind(SyntaxKind.TypeAliasDeclaration) && declarations.length === 1
      ? declaration.getTypeNode()
      : undefined;
  return aliased === undefined ? [`${declaredName} of ${fileName}`] : membersOf(aliased);
}

/** @returns the text of a name that no generated file declares: a global, or a name that nothing declares */
function builtInText(name: string, [first, second]: readonly (readonly string[])[]): string {
  if (name === "Array" && first !== undefined) {
    return arrayText(first);
  }
  if (name === "Record" && first !== undefined && second !== undefined) {
    return recordText(first, second);
  }
  return `${name} of no module`;
}
