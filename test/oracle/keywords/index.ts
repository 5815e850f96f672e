import { arrayRows } from "./arrays.js";
import { conditionRows } from "./conditions.js";
import { exclusionRows } from "./exclusions.js";
import { inPlaceRows } from "./in-place.js";
import { memberRows } from "./members.js";
import { numberRows } from "./numbers.js";
import { objectRows } from "./objects.js";
import { referenceRows } from "./references.js";
import type { Row } from "./row.js";
import { stringRows } from "./strings.js";
import { valueRows } from "./values.js";

export type { Row } from "./row.js";
export { legacyRows } from "./nullable.js";

/** Every row for OpenAPI 3.1. */
export const rows: readonly Row[] = [
  ...valueRows,
  ...numberRows,
  ...stringRows,
  ...arrayRows,
  ...objectRows,
  ...memberRows,
  ...inPlaceRows,
  ...exclusionRows,
  ...conditionRows,
  ...referenceRows,
];
