import type { Json } from "../../generator/core/json.js";
import { Ajv, type Options } from "ajv";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";

/** What Ajv says about a value under one schema: what is wrong, if anything is. */
export type Oracle = (value: Json) => readonly ErrorObject[];

/**
 * Gives the schemas to Ajv, another implementation of JSON Schema, which each is compiled by when
 * it is first asked for.
 *
 * @param schemas - schemas of 2020-12 by the names that are in their `$ref`s
 * @returns what gives the oracle for a name
 */
export function ajvOracles(schemas: ReadonlyMap<string, Json>): (name: string) => Oracle {
  const ajv = corpusAjv();
  for (const [name, schema] of schemas) {
    ajv.addSchema({ allOf: [schema] }, name);
  }
  return (name) => {
    const validate = ajv.getSchema(name);
    if (validate === undefined) throw new Error(`There is no schema ${name}.`);
    return (value) => (validate(value) === true ? [] : (validate.errors ?? []));
  };
}

/** An Ajv that knows no schema, set up for what documents have in them. */
export function corpusAjv(): Ajv2020 {
  const ajv = new Ajv2020(options());
  // No schema here asks which properties were evaluated.
  ajv.opts.unevaluated = false;
  return ajv;
}

/** The same for schemas of draft-07. */
export function corpusAjvDraft07(): Ajv {
  return new Ajv(options());
}

function options(): Options {
  return {
    strict: false,
    validateFormats: false,
    validateSchema: false,
    logger: false,
    // Without it, an object has the properties `constructor` and `toString` whatever is in it.
    ownProperties: true,
    code: { regExp: Object.assign(regExpOf, { code: "regExpOf" }) },
  };
}

/** Not every pattern is one with the flag `u`, where `\:` is an error. */
export function regExpOf(pattern: string): RegExp {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return new RegExp(pattern);
  }
}
