import type { FormatCase } from "./format-case.js";
import { internationalCases } from "./international-cases.js";
import { jsonSchemaCases } from "./json-schema-cases.js";
import { registryCases } from "./registry-cases.js";

/** The formats that guards know, each with values that are valid and values that are not. */
export const formatCases: Readonly<Record<string, readonly FormatCase[]>> = {
  ...jsonSchemaCases,
  ...internationalCases,
  ...registryCases,
};
