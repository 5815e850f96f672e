import { compileTexts, strictest } from "../support/native-compiler.js";

/**
 * Compiles the packages of many rows of a table at once, each in a folder of its own.
 *
 * @param rows The files of each package by their paths, by the name of its row.
 * @returns What the compiler finds, each with its row.
 */
export function compileRows(
  rows: Readonly<Record<string, Readonly<Record<string, string>>>>,
): readonly string[] {
  const names = Object.keys(rows);
  const texts = Object.values(rows).flatMap((files, index) =>
    Object.entries(files).map(([path, text]) => [`${index}/${path}`, text] as const),
  );
  return compileTexts(Object.fromEntries(texts), strictest).map((error) =>
    error.replace(/^(\d+)\//, (_, index: string) => `${names[Number(index)] ?? ""}: `),
  );
}
