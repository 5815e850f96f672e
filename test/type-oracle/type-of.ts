import { isJsonArray, isJsonObject, type Json } from "../../generator/core/json.js";

/**
 * The type that has one JSON value and no other. It is what a constant is declared with that is
 * assigned to a model, since an expression would be widened, inferred from the model, and checked
 * for properties that the model does not name, which JSON Schema allows.
 *
 * @param universe - names of properties that the type declares to be absent where they are: an object
 *   that shares no name with an interface of optional properties could not be assigned to it, though
 *   every such object has that type
 */
export function typeOf(value: Json, universe: ReadonlySet<string>): string {
  if (typeof value === "number" && (value < 0 || Object.is(value, -0))) {
    return `-${Math.abs(value)}`;
  }
  if (isJsonArray(value)) return `[${value.map((item) => typeOf(item, universe)).join(", ")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const present = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${typeOf(member, universe)}`,
  );
  const absent = [...universe]
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => `${JSON.stringify(name)}?: never`);
  return `{ ${[...present, ...absent].join("; ")} }`;
}
