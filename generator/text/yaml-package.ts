import { createRequire } from "node:module";
import type * as Yaml from "yaml";

let loaded: typeof Yaml | undefined;

/** The package `yaml`, loaded when it is needed: most texts are read without it. */
export function yaml(): typeof Yaml {
  // `require` has no types.
  loaded ??= createRequire(import.meta.url)("yaml") as typeof Yaml;
  return loaded;
}
