import type { SourceText } from "../../generator/core/source-text.js";
import type { Json } from "../../generator/core/json.js";
import { DiagnosticLog } from "../../generator/core/diagnostic.js";
import { InputError } from "../../generator/core/failure.js";
import { locate } from "../../generator/text/locate.js";
import { parseSource } from "../../generator/text/parse.js";

/** The value of a text that parses without a warning. */
export function valueOf(format: SourceText["format"], text: string): Json {
  const log = new DiagnosticLog();
  const { value } = parseSource(sourceOf(format, text), log);
  if (log.all.length > 0) throw new Error(JSON.stringify(log.all));
  return value;
}

/** The errors of a text, each as `line:column code message`. */
export function errorsOf(format: SourceText["format"], text: string): readonly string[] {
  try {
    parseSource(sourceOf(format, text), new DiagnosticLog());
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.diagnostics.map((diagnostic) => {
      const { position } = locate(diagnostic, error.sources);
      const where = `${position?.line ?? "?"}:${position?.column ?? "?"}`;
      return `${where} ${diagnostic.code} ${diagnostic.message}`;
    });
  }
  throw new Error("The text was parsed");
}

/** A text as it was read from a file. */
export function sourceOf(format: SourceText["format"], text: string): SourceText {
  const name = `openapi.${format}`;
  return { uri: `file:///spec/${name}`, name, text, format };
}
