import type { Json } from "../../core/json.js";
import type { DocTag, KeywordTable } from "./keyword.js";
import { formatNamed } from "./formats.js";
import { printNothing } from "./printers.js";
import {
  type Discriminator,
  type Format,
  readDiscriminator,
  readExamples,
  readFlag,
  readFormat,
  readText,
} from "./annotation-readers.js";
import { parseAny } from "./parsers.js";

/**
 * Keywords that inform a reader and do not decide validity.
 *
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-9
 */
export interface AnnotationKeywords {
  readonly title: string;
  readonly description: string;
  readonly deprecated: boolean;
  readonly discriminator: Discriminator;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly default: Json;
  readonly format: Format;
  readonly examples: readonly Json[];
}

export const annotationKeywords: KeywordTable<AnnotationKeywords> = {
  title: { vocabulary: "annotation", parse: readText },
  description: { vocabulary: "annotation", parse: readText },
  deprecated: {
    vocabulary: "annotation",
    parse: readFlag,
    tags: (deprecated) => (deprecated ? [{ name: "deprecated", text: "" }] : []),
  },
  discriminator: {
    vocabulary: "annotation",
    parse: readDiscriminator,
    print: printNothing,
  },
  readOnly: {
    vocabulary: "annotation",
    parse: readFlag,
    tags: (readOnly) => (readOnly ? [{ name: "readOnly", text: "" }] : []),
  },
  writeOnly: {
    vocabulary: "annotation",
    parse: readFlag,
    tags: (writeOnly) => (writeOnly ? [{ name: "writeOnly", text: "" }] : []),
  },
  default: {
    vocabulary: "annotation",
    parse: parseAny,
    tags: (value) => [jsonTag("default", value)],
  },
  format: {
    vocabulary: "annotation",
    parse: readFormat,
    checks: ({ name, isAsserted, pattern }) =>
      (isAsserted ? formatNamed(name, pattern)?.checks : undefined) ?? [],
    tags: ({ name }) => [{ name: "format", text: name }],
    print: ({ name }) => ({ format: name }),
  },
  examples: {
    vocabulary: "annotation",
    parse: readExamples,
    tags: (examples) => examples.map((example) => jsonTag("example", example)),
  },
};

/** A tag with a JSON value: short ones on one line, others indented. */
function jsonTag(name: string, value: Json): DocTag {
  const short = JSON.stringify(value);
  return { name, text: short.length <= 60 ? short : JSON.stringify(value, undefined, 2) };
}
