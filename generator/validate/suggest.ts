import { closest } from "../runtime/closest.js";
import { nearest } from "./nearest.js";

/** How many names are suggested where there is none like the one that was written. */
const listed = 5;

/**
 * Suggests what could have been meant by a name: ``did you mean `Batch`? Next to it are …``.
 *
 * @param name What was written.
 * @param names What could have been written.
 */
export function suggestNames(name: string, names: readonly string[]): string {
  const meant = closest(name, names);
  const others = nearest(name, names, listed)
    .filter((other) => other !== meant)
    .map((other) => `\`${other}\``);
  const listing = `${others.length === 1 ? "is" : "are"} ${others.join(", ")}`;
  if (meant === undefined) return `the nearest ${listing}`;
  return `did you mean \`${meant}\`?${others.length === 0 ? "" : ` Next to it ${listing}`}`;
}
