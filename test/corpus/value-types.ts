import { isJsonArray, isJsonObject, type Json } from "../../generator/core/json.js";

/**
 * The type of exactly one value, as TypeScript. A variable of it is not a literal, so that properties
 * that a type says nothing about are as welcome as they are to guards.
 */
export function typeOfValue(value: Json): string {
  if (isJsonArray(value)) return `[${value.map(typeOfValue).join(", ")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${typeOfValue(member)}`,
  );
  return `{ ${members.join("; ")} }`;
}
