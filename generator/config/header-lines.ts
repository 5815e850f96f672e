import { inputError } from "../core/failure.js";
import type { Config } from "./config.js";
import { headerNameProblem, headerValueProblem, type RemoteHeaders } from "./headers.js";

/**
 * Reads the headers of the command line. Errors do not show values.
 *
 * @param lines Lines such as `Authorization: Bearer ${API_TOKEN}`.
 * @param config The config with the document that they are for.
 * @throws {InputError} `invalid-header`.
 */
export function headersOfLines(
  lines: readonly string[],
  { spec }: Pick<Config, "spec">,
): RemoteHeaders {
  if (!/^https?:\/\//i.test(spec)) {
    throw invalid(
      "`--header` is only for a document with a URL",
      "leave it out, or name the document by its URL",
    );
  }
  const headers = lines.map((line, index): readonly [string, string] => {
    const [, name, value] = /^([^:]*?)\s*:\s*(.+?)\s*$/s.exec(line) ?? [];
    const which = lines.length === 1 ? "`--header`" : `\`--header\` number ${index + 1}`;
    if (name === undefined || value === undefined) {
      throw invalid(`${which} is not a name and a value with a colon between them`);
    }
    const ofName = headerNameProblem(name);
    if (ofName !== undefined) throw invalid(`the name in ${which} ${ofName}`);
    const ofValue = headerValueProblem(value);
    if (ofValue !== undefined) throw invalid(`the value of ${name} in ${which} ${ofValue}`);
    return [name, value];
  });
  return { url: spec, headers: Object.fromEntries(headers) };
}

function invalid(
  message: string,
  help = "write it as in `--header 'Authorization: Bearer ${API_TOKEN}'`",
): Error {
  return inputError([{ code: "invalid-header", message, help }]);
}
