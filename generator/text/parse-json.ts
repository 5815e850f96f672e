import type { SourceText } from "../core/source-text.js";
import type { Json } from "../core/json.js";
import { inputError, type Problem } from "../core/failure.js";
import { duplicateKeyVisitor } from "../runtime/duplicate-keys.js";
import { scanJson } from "../runtime/scan-json.js";
import { explainStop } from "../runtime/syntax-error.js";
import { positionIn, printPosition } from "../runtime/text-position.js";
import { duplicateKey, jsonSyntax, nestedTooDeeply, numberTooLarge } from "./problems.js";
import { maxErrorsPerFile, maxNesting } from "./limits.js";
import { joinPointer } from "../core/pointer.js";

/**
 * Parses a JSON text. It is stricter than `JSON.parse` where RFC 8259 leaves a choice: duplicate names in an
 * object, and numbers that overflow, are errors.
 *
 * @param source The text.
 * @param firstLine The line of its file on which the text begins.
 * @returns The value.
 * @throws {InputError} If the text is not JSON.
 * @see {@link https://www.rfc-editor.org/rfc/rfc8259 | RFC 8259, JSON}
 */
export function parseJson(source: SourceText, firstLine = 1): Json {
  const problems = inspectJson(source, firstLine);
  if (problems.length > 0) throw inputError(problems, source);
  // JSON.parse returns a JSON value.
  return JSON.parse(source.text) as Json;
}

/** Scans the text before `JSON.parse`, which reports no positions and drops duplicate keys. */
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
  // A syntax error is reported alone, because other errors may follow from it.
  if (stop !== undefined) {
    const { message, offset } = explainStop(text, stop, placeOf);
    return [{ ...jsonSyntax(message), ...at(offset) }];
  }
  return problems;
}
