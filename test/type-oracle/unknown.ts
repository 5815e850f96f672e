import ts from "typescript";
import type { OutputFile } from "../../generator/index.js";

/** Where `unknown` can be in a type, and what the schema says there. */
const places = {
  rest: "index signatures: objects whose other properties may have any value",
  arrays: "items of arrays: nothing is said about them, or values that are no objects are valid",
  required: "properties that are required, and described by another part or not at all",
  optional: "optional properties: the schema says nothing about their value",
  whole: "models that may be anything",
} as const;

type Place = keyof typeof places;

/** Counts `unknown` in the models of a package, by where it stands. */
export function countUnknown(files: readonly OutputFile[]): readonly string[] {
  const counts = new Map<Place, number>();
  for (const { path, text } of files.filter(({ path }) => path.startsWith("models/"))) {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    const visit = (node: ts.Node): void => {
      if (node.kind === ts.SyntaxKind.UnknownKeyword) {
        const place = placeOf(node);
        counts.set(place, (counts.get(place) ?? 0) + 1);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const silent = total - (counts.get("required") ?? 0) - (counts.get("arrays") ?? 0);
  return [
    `  unknown: ${total}, of which ${silent} are for schemas that say nothing`,
    ...[...counts].map(([place, count]) => `  ${String(count).padStart(4)} ${places[place]}`),
  ];
}

function placeOf(node: ts.Node): Place {
  const { parent } = node;
  if (ts.isIndexSignatureDeclaration(parent)) return "rest";
  if (ts.isArrayTypeNode(parent) || ts.isRestTypeNode(parent)) return "arrays";
  if (ts.isPropertySignature(parent)) {
    return parent.questionToken === undefined ? "required" : "optional";
  }
  return "whole";
}
