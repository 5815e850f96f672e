/**
 * One notation for types, so that a documented type and a generated one are equal exactly when
 * their texts are. A type is the list of its union members; their order counts, but for `null`.
 */

/** @returns the members in their order, `null` last: `"a" | "b" | null` */
export function unionText(members: readonly string[]): string {
  return [
    ...members.filter((member) => member !== "null"),
    ...members.filter((member) => member === "null"),
  ].join(" | ");
}

/** @returns `string[]`, or `(string | null)[]` */
export function arrayText(element: readonly string[]): string {
  return element.length === 1 ? `${unionText(element)}[]` : `(${unionText(element)})[]`;
}

/** @returns `Record<string, number>` */
export function recordText(key: readonly string[], value: readonly string[]): string {
  return `Record<${unionText(key)}, ${unionText(value)}>`;
}
