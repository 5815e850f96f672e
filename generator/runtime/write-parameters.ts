import { parameterIn } from "./check-call.js";
import type { Parameter } from "./parameter.js";

/** The parameters of a request as texts. */
export interface WrittenParameters {
  /** The path template with its values: `/batches/batch_1`. */
  readonly path: string;
  /** The query without a question mark; empty, if there is none. */
  readonly query: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The field `Cookie`; empty, if there is none. */
  readonly cookie: string;
}

/**
 * Writes the parameters of a request. It does not check them against their schemas.
 *
 * @param template - The path template: `/batches/{batch_id}`.
 * @param call - The parameters by location.
 * @throws TypeError if a parameter cannot be written, with its place: `path.batch_id: …`. In a path, a
 *   value cannot be missing, empty, `.` or `..`: the URL would be that of another resource.
 */
export function writeParameters(
  template: string,
  parameters: readonly Parameter[],
  call: Readonly<Record<string, unknown>>,
): WrittenParameters {
  let path = template;
  const query: string[] = [];
  const headers: (readonly [string, string])[] = [];
  const cookies: string[] = [];
  for (const parameter of parameters) {
    const { name, in: location, codec } = parameter;
    const value = parameterIn(call, parameter);
    try {
      const texts = value === undefined ? [] : codec.write(name, value, location);
      // Braces are encoded, so that no value looks like a variable.
      if (location === "path") path = path.split(`{${name}}`).join(checkSegment(texts[0]));
      else
        for (const text of texts)
          if (location === "header") headers.push([name, text]);
          else (location === "cookie" ? cookies : query).push(text);
    } catch (error) {
      throw error instanceof TypeError
        ? new TypeError(`${location}.${name}: ${error.message}`)
        : error;
    }
  }
  return { path, query: query.join("&"), headers, cookie: cookies.join("; ") };
}

/** Returns the text of a parameter of the path, if it leads to the operation. */
function checkSegment(text = ""): string {
  if (/^(?:\.|%2e){0,2}$/i.test(text))
    throw new TypeError(`a value in a path cannot be missing, empty, "." or ".."`);
  return text;
}
