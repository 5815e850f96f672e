import type { Checks } from "./check.js";

/**
 * The whole optimiser. Rules receive it as an argument for the checks inside a check, so that no
 * rule imports the file that applies the rules.
 */
export type Optimize = (checks: Checks) => Checks;
