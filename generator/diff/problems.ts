import type { Problem } from "../core/failure.js";

/** The problem of two documents that are both standard input. */
export const standardInputTwice: Problem = {
  code: "standard-input-twice",
  message: "standard input cannot be both documents",
  help: "name a file instead of - for one of the two",
};
