import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../generator/core/json.js";
import { mends } from "./ajv-mends.js";

/** Tells whether a value is valid under one schema. */
export type Oracle = (value: Json) => boolean;

/**
 * Makes Ajv ready to judge under the schemas of a document. Keywords that it gets wrong are mended.
 *
 * @param document - an OpenAPI 3.1 document
 * @returns what gives the oracle for the schema at a JSON pointer, such as
 *   `/components/schemas/Batch`; it throws when there is no schema
 */
export function ajvOracles(document: JsonObject): (pointer: string) => Oracle {
  return oraclesOf(mendedAjv, document);
}

/** The same with Ajv as it is. */
export function plainAjvOracles(document: JsonObject): (pointer: string) => Oracle {
  return oraclesOf(plainAjv, document);
}

/** Makes Ajv ready to judge under a schema of draft-07. */
export function ajvDraft07Oracle(schema: object): Oracle {
  const validate = draft07Ajv.compile(schema);
  return (value) => validate(value);
}

const options = {
  strict: false,
  // JSON has no number that is not finite.
  strictNumbers: true,
  validateFormats: false,
  logger: false,
  // Without it, an object has the properties `constructor` and `toString` whatever is in it.
  ownProperties: true,
} as const;

// An instance compiles its meta-schemas first, which takes longer than a schema does.
const plainAjv = withoutAccount(new Ajv2020(options));
const mendedAjv = mended(withoutAccount(new Ajv2020(options)));
const draft07Ajv = mended(new Ajv(options));

/** Mends the keywords that the version of Ajv has. */
function mended<Version extends Ajv | Ajv2020>(ajv: Version): Version {
  for (const { keyword, definition } of mends) {
    if (ajv.getKeyword(keyword) === false) continue;
    ajv.removeKeyword(keyword);
    ajv.addKeyword(definition);
  }
  return ajv;
}

/** No schema here asks which properties were evaluated, and keeping account of them can fail. */
function withoutAccount(ajv: Ajv2020): Ajv2020 {
  ajv.opts.unevaluated = false;
  return ajv;
}

let documents = 0;

function oraclesOf(ajv: Ajv2020, document: JsonObject): (pointer: string) => Oracle {
  documents += 1;
  const uri = `document-${documents}`;
  ajv.addSchema(withAbsoluteReferences(document, uri), uri);
  return (pointer) => {
    const validate = ajv.getSchema(`${uri}#${encodeURI(pointer)}`);
    if (validate === undefined) throw new Error(`There is no schema at ${pointer}.`);
    return (value) => validate(value) === true;
  };
}

/** So that a schema can be compiled outside of its document. */
function withAbsoluteReferences(object: JsonObject, uri: string): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, member]) => [
      name,
      name === "$ref" && typeof member === "string"
        ? member.replace(/^#/, `${uri}#`)
        : inside(member, uri),
    ]),
  );
}

function inside(value: Json, uri: string): Json {
  if (isJsonArray(value)) return value.map((item) => inside(item, uri));
  return isJsonObject(value) ? withAbsoluteReferences(value, uri) : value;
}
