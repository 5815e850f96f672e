import type { Issue } from "../runtime/issue.js";

/** Finds everything that is wrong with a value, as `validateM` of a package does; nothing, if it is valid. */
export type Guard = (value: unknown) => readonly Issue[];
