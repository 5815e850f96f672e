import * as v from "valibot";
import { readPattern } from "../core/patterns/read.js";
import { choice, jsonSchema, listed, objectOr, type Forms } from "./schema-parts.js";
import { formatModes, isFormatMode, type Formats } from "./formats.js";

const modeOfAll = v.picklist(
  formatModes,
  `must be one of ${listed(formatModes)}, or an object with formats by name`,
);

const wanted = `must be one of ${listed(formatModes)}, or a regular expression`;

const RuleSchema = v.pipe(
  v.string(wanted),
  v.check(
    (rule) => isFormatMode(rule) || !/^[A-Za-z]*$/.test(rule),
    ({ input }) => `${wanted} with more than letters, which \`${input}\` is not`,
  ),
  v.check(
    (rule) => isFormatMode(rule) || problemWith(rule) === undefined,
    ({ input }) => `${wanted} of ECMA-262, which \`${input}\` is not: ${problemWith(input) ?? ""}`,
  ),
  jsonSchema({
    anyOf: [{ enum: formatModes }, { pattern: "[^A-Za-z]", format: "regex" }],
  }),
  v.transform((rule) => {
    // As in documents, an expression that means the same in every dialect is rewritten to ECMA-262.
    const reading = readPattern(rule);
    return !isFormatMode(rule) && reading.kind === "rewritten" ? reading.source : rule;
  }),
);

const ByNameSchema = v.objectWithRest({ "*": v.optional(choice(formatModes)) }, RuleSchema);

/** The setting `formats`. */
export const FormatsSchema: v.GenericSchema<unknown, Formats> & Forms = objectOr(
  ByNameSchema,
  modeOfAll,
);

/** Returns the problem of a regular expression, or undefined if it can be used. */
function problemWith(source: string): string | undefined {
  const reading = readPattern(source);
  switch (reading.kind) {
    case "valid":
    case "rewritten":
      return undefined;
    case "foreign":
      return reading.constructs
        .map(({ name, instead }) => `it has no ${name}; write ${instead}`)
        .join(", ");
    case "invalid":
      return reading.error;
  }
}
