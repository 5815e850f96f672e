import { add, findingsOf, type Collector, type Path } from "./collect.js";
import { print } from "./describe.js";

/** Collects what is wrong with the name of a property, by what finds it for a value. */
export function collectName(name: string, path: Path, collector: Collector): void {
  const received = `${print(name)}, which is not an allowed name`;
  for (const finding of findingsOf(collector, name, path)) add(path, { ...finding, received });
}
