import { closest } from "../runtime/closest.js";
import { nearest } from "./nearest.js";

/** The most names that are suggested. */
const listed = 5;

/**
 * Suggests names that are similar to an unknown one: ``did you mean `Batch`? Similar names: `BatchState` ``.
 *
 * @param name The unknown name.
 * @param names The known names.
 */
export function suggestNames(name: string, names: readonly string[]): string {
  const meant = closest(name, names);
  const others = nearest(name, names, listed)
    .filter((other) => other !== meant)
    .map((other) => `\`${other}\``);
  if (meant === undefined) return `similar names: ${others.join(", ")}`;
  return `did you mean \`${meant}\`?${others.length === 0 ? "" : ` Similar names: ${others.join(", ")}`}`;
}
