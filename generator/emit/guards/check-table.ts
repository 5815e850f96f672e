import type { Check } from "../../checks/check.js";
import type { CheckRows } from "./check-printer.js";
import { combinationRows } from "./rows/combinations.js";
import { comparisonRows } from "./rows/comparisons.js";
import { itemRows } from "./rows/items.js";
import { memberRows } from "./rows/members.js";
import { propertyRows } from "./rows/properties.js";
import { valueRows } from "./rows/values.js";

/** How each kind of check is printed: its part of a predicate, and of a collector of issues. */
export const checkTable: CheckRows<Check["kind"]> = {
  ...valueRows,
  ...comparisonRows,
  ...itemRows,
  ...propertyRows,
  ...memberRows,
  ...combinationRows,
};
