import type { Server, ServerVariable } from "./operation.js";
import { own } from "./values.js";

/**
 * Returns the URL of a server with values for its variables.
 *
 * @param values - Values by the names of the variables. The others have their defaults.
 * @throws TypeError if the server has no such variable, or a variable cannot have the value.
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#server-variable-object | OpenAPI 3.2, Server Variable Object}
 */
export function serverUrl(
  { url, variables = {} }: Server,
  values: Readonly<Record<string, string>> = {},
): string {
  const check = (name: string): ServerVariable => {
    const variable = own(variables, name) as ServerVariable | undefined; // as all members
    if (variable) return variable;
    const names = Object.keys(variables).join(", ");
    throw new TypeError(`The server ${url} has no variable ${name}, but ${names || "none"}.`);
  };
  Object.keys(values).forEach(check);
  return url.replace(/\{([^{}]*)\}/g, (_braces, name: string) => {
    const variable = check(name);
    const value = own(values, name) as string | undefined; // as all members
    if (value !== undefined && variable.enum?.includes(value) === false) {
      const allowed = variable.enum.join(", ");
      throw new TypeError(`The variable ${name} of the server ${url} is one of ${allowed}.`);
    }
    return value ?? variable.default;
  });
}
