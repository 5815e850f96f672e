import type { SourceText } from "../core/source-text.js";
import type { Json } from "../core/json.js";
import { inputError, type Problem } from "../core/failure.js";
import { duplicateKeyVisitor } from "../runtime/duplicate-keys.js";
import { scanJson } from "../runtime/scan-json.js";
import { explainStop } from "../runtime/syntax-error.js";
import { positionIn, printPosition } from "../runtime/text-position.js";
import { duplicateKey, jsonSyntax, nestedTooDeeply, numberTooLarge } from "./findings.js";
import { maxErrorsPerFile, maxNesting } from "./limits.js";
import { joinPointer } from "../core/pointer.js";

/**
 * Parses a JSON text. Stricter than `JSON.parse` in what RFC 8259 leaves open: a name that an object
 * has twice and a number that overflows are errors.
 *
 * @param source The text.
 * @param firstLine The line of its file on which the text begins.
 * @returns The value.
 * @throws InputError when the text is not JSON.
 * @see {@link https://www.rfc-editor.org/rfc/rfc8259 | RFC 8259, JSON}
 */
export function parseJson(source: SourceText, firstLine = 1): Json {
  const problems = inspectJson(source, firstLine);
  if (problems.length > 0) throw inputError(problems, source);
  // JSON.parse returns nothing but JSON values.
  return JSON.parse(source.text) as Json;
}

/** Scans the text before `JSON.parse` does, because that neither knows positions nor sees every key. */
function inspectJson({ uri, text }: SourceText, firstLine: number): readonly Problem[] {
  const problems: Problem[] = [];
  const at = (offset: number): Pick<Problem, "offset"> => ({ offset: { uri, offset } });
  const placeOf = (offset: number): string => printPosition(positionIn(text, offset, firstLine));
  const findDuplicate = duplicateKeyVisitor(text, ({ name, path, offset, first }) => {
    const place = { uri, pointer: joinPointer("", ...path) };
    problems.push({ ...duplicateKey(name, placeOf(first)), place, ...at(offset) });
    return problems.length < maxErrorsPerFile;
  });
  let depth = 0;
  let tooDeep: number | undefined;
  const stop = scanJson(text, (token, start, end) => {
    if (token === "{" || token === "[") depth += 1;
    if (token === "}" || token === "]") depth -= 1;
    if (depth > maxNesting) {
      tooDeep = start;
      return false;
    }
    if (token === "number" && !Number.isFinite(Number(text.slice(start, end)))) {
      problems.push({ ...numberTooLarge(text.slice(start, end)), ...at(start) });
      return problems.length < maxErrorsPerFile;
    }
    return findDuplicate(token, start, end);
  });
  if (tooDeep !== undefined) return [{ ...nestedTooDeeply, ...at(tooDeep) }];
  // What is wrong with the syntax comes alone: the rest may follow from it.
  if (stop !== undefined) {
    const { message, offset } = explainStop(text, stop, placeOf);
    return [{ ...jsonSyntax(message), ...at(offset) }];
  }
  return problems;
}
