import type { Checks } from "./check.js";

/**
 * The whole optimiser. Rules receive it as an argument for the checks inside a check, so that none
 * imports the file that applies them.
 */
export type Optimize = (checks: Checks) => Checks;
