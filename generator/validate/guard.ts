import type { Issue, ValidationOptions } from "../runtime/issue.js";

/** Finds everything that is wrong with a value, as `MSchema.validate` of a package does; nothing, if it is valid. */
export type Guard = (value: unknown, options?: ValidationOptions) => readonly Issue[];
