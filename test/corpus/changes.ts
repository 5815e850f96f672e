import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../generator/core/json.js";
import type { Random } from "./random.js";

/** Values of every type. */
const samples: readonly Json[] = [null, true, 0, -1, 1.5, "", "text", [], [null], {}, { a: 1 }];

/** Changes one thing somewhere in a value: what was valid seldom still is. */
export function changeOne(value: Json, random: Random): Json {
  const inner = isJsonArray(value) || isJsonObject(value) ? Object.keys(value) : [];
  const key = random.of(inner);
  if (key === undefined || random.chance(0.35)) return changed(value, random);
  if (isJsonArray(value)) {
    return value.map((item, index) => (String(index) === key ? changeOne(item, random) : item));
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === key ? changeOne(member, random) : member,
    ]),
  );
}

function changed(value: Json, random: Random): Json {
  const others = random.chance(0.4) ? samples : similar(value, random);
  return random.of(others.length === 0 ? samples : others) ?? null;
}

/** Values that are nearly the same. */
function similar(value: Json, random: Random): readonly Json[] {
  if (isJsonArray(value)) return [value.slice(1), [...value, ...value.slice(0, 1)], [...value, {}]];
  if (isJsonObject(value)) return similarObjects(value, random);
  switch (typeof value) {
    case "boolean":
      return [!value];
    case "number":
      return [value + 1, value - 1, value + 0.5, -value - 1, value + 1e9, value * 1000];
    case "string":
      return [`${value}x`, `${value}\n`, value.slice(1), value.toUpperCase(), value.repeat(999)];
    default:
      return [];
  }
}

function similarObjects(value: JsonObject, random: Random): readonly Json[] {
  const removed = random.of(Object.keys(value));
  const name = random.of(["new", "", "constructor", "__proto__"]) ?? "";
  const others = Object.entries(value).filter(([each]) => each !== removed);
  return [Object.fromEntries(others), Object.fromEntries([...Object.entries(value), [name, 1]])];
}
