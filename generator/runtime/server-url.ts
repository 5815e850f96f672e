import type { Server } from "./operation.js";
import { own } from "./values.js";

/**
 * Returns the URL of a server with values for its variables.
 *
 * @param values - Values by the names of the variables. The others have their defaults.
 * @throws TypeError if the server has no such variable, or the variable has other values.
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#server-variable-object | OpenAPI 3.2, Server Variable Object}
 */
export function serverUrl(
  { url, variables = {} }: Server,
  values: Readonly<Record<string, string>> = {},
): string {
  const names = Object.keys(variables);
  for (const name of Object.keys(values)) {
    if (names.includes(name)) continue;
    const known = names.length > 0 ? `use ${names.join(", ")}` : "it has none";
    throw new TypeError(`The server ${url} has no variable ${name}: ${known}.`);
  }
  return url.replace(/\{([^{}]*)\}/g, (braces, name: string) => {
    const variable = names.includes(name) ? variables[name] : undefined;
    const value = own(values, name) as string | undefined; // the type of all members
    if (value !== undefined && variable?.enum?.includes(value) === false) {
      const allowed = variable.enum.join(", ");
      throw new TypeError(`The variable ${name} of the server ${url} is one of ${allowed}.`);
    }
    return value ?? variable?.default ?? braces;
  });
}
