import { add, findingsOf, type Collector, type Path } from "./collect.js";
import { print } from "./describe.js";

/** Collects the findings about the name of a property with a collector for values. */
export function collectName(name: string, path: Path, collector: Collector): void {
  const received = `${print(name)}, which is not an allowed name`;
  for (const finding of findingsOf(collector, name, path)) add(path, { ...finding, received });
}
