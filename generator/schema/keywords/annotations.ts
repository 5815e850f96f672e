import { isJsonObject, type Json } from "../../core/json.js";
import type { DocTag, KeywordTable } from "./keyword.js";
import { formatChecks } from "./formats.js";
import { printNothing } from "./printers.js";
import { parseAny, parseArray, parseBoolean, parseString } from "./parsers.js";

/**
 * Keywords that say something to a reader and nothing about what is valid.
 *
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-9
 */
export interface AnnotationKeywords {
  readonly title: string;
  readonly description: string;
  readonly deprecated: boolean;
  /** The name of the property that tells the options of a union apart. */
  readonly discriminator: string;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly default: Json;
  readonly format: Format;
  readonly examples: readonly Json[];
}

/** A format, and whether guards check it. */
export interface Format {
  readonly name: string;
  readonly isAsserted: boolean;
}

export const annotationKeywords: KeywordTable<AnnotationKeywords> = {
  title: { vocabulary: "annotation", parse: parseString },
  description: { vocabulary: "annotation", parse: parseString },
  deprecated: {
    vocabulary: "annotation",
    parse: parseBoolean,
    tags: (deprecated) => (deprecated ? [{ name: "deprecated", text: "" }] : []),
  },
  discriminator: {
    vocabulary: "annotation",
    parse: (raw, { warn }) => {
      if (isJsonObject(raw) && typeof raw.propertyName === "string") return raw.propertyName;
      warn("malformed-discriminator", "`discriminator` takes an object with a `propertyName`");
      return undefined;
    },
    print: printNothing,
  },
  readOnly: {
    vocabulary: "annotation",
    parse: parseBoolean,
    tags: (readOnly) => (readOnly ? [{ name: "readOnly", text: "" }] : []),
  },
  writeOnly: {
    vocabulary: "annotation",
    parse: parseBoolean,
    tags: (writeOnly) => (writeOnly ? [{ name: "writeOnly", text: "" }] : []),
  },
  default: {
    vocabulary: "annotation",
    parse: parseAny,
    tags: (value) => [jsonTag("default", value)],
  },
  format: {
    vocabulary: "annotation",
    parse: (raw, { malformed, assertsFormats }) =>
      typeof raw === "string" ? { name: raw, isAsserted: assertsFormats } : malformed("a string"),
    checks: ({ name, isAsserted }) => (isAsserted ? formatChecks(name) : []),
    tags: ({ name }) => [{ name: "format", text: name }],
    print: ({ name }) => ({ format: name }),
  },
  examples: {
    vocabulary: "annotation",
    parse: parseArray,
    tags: (examples) => examples.map((example) => jsonTag("example", example)),
  },
};

/** A tag with a JSON value: short ones on one line, others indented. */
function jsonTag(name: string, value: Json): DocTag {
  const short = JSON.stringify(value);
  return { name, text: short.length <= 60 ? short : JSON.stringify(value, undefined, 2) };
}
