import { add, type Collector, type Finding, type Path } from "./collect.js";
import { print } from "./describe.js";

/** Collects what is wrong with the name of a property, by what finds it for a value. */
export function collectName(name: string, path: Path, collector: Collector): void {
  const findings: Finding[] = [];
  collector(name, [path, null, undefined, findings]);
  const received = `${print(name)}, which is not an allowed name`;
  for (const finding of findings) add(path, { ...finding, received });
}
