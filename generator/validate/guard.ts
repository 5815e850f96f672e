import type { Issue, ValidationOptions } from "../runtime/issue.js";

/** Returns all issues of a value, as `MSchema.validate` of a package does; none if the value is valid. */
export type Guard = (value: unknown, options?: ValidationOptions) => readonly Issue[];
