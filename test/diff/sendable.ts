import { matchesPattern } from "../../generator/core/patterns/match.js";
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../generator/core/json.js";
import { joinPointer, resolvePointer } from "../../generator/core/pointer.js";
import type { Oracle } from "../oracle/ajv-oracle.js";

/** A document, and what tells whether a value is valid under the schema at a pointer in it. */
export interface Judged {
  readonly document: JsonObject;
  readonly oracleAt: (pointer: string) => Oracle;
}

/**
 * What the rule about members means for a value: each name is described by the sender, or by nobody. What is
 * described only where the value does not match is neither sendable nor not.
 */
export type Sendable = "yes" | "no" | "unclear";

/** Returns whether a sender may send a value to a receiver, as far as its members go. */
export function isSendable(
  value: Json,
  sender: Judged,
  receiver: Judged,
  pointer: string,
): Sendable {
  return judge(value, {
    sender,
    receiver,
    passed: [pointer],
    sent: [pointer],
    received: [pointer],
  });
}

interface Level {
  readonly sender: Judged;
  readonly receiver: Judged;
  /** The schemas of the sender that the value passes. */
  readonly passed: readonly string[];
  /** All schemas of the sender for the value. */
  readonly sent: readonly string[];
  readonly received: readonly string[];
}

function judge(value: Json, level: Level): Sendable {
  const { sender, receiver } = level;
  const passed = around(level.passed, sender, value);
  const sent = around(level.sent, sender);
  const received = around(level.received, receiver);
  const inside = (key: string | number, member: Json): Sendable =>
    judge(member, {
      sender,
      receiver,
      passed: below(passed, sender.document, key),
      sent: below(sent, sender.document, key),
      received: below(received, receiver.document, key),
    });
  if (isJsonArray(value)) return worst(value.map((item, index) => inside(index, item)));
  if (!isJsonObject(value)) return "yes";
  return worst(
    Object.entries(value).flatMap(([name, member]): readonly Sendable[] => {
      const how = describes(sent, sender.document, name);
      const isPassed = describes(passed, sender.document, name) === "named";
      const other = describes(received, receiver.document, name);
      const own: Sendable =
        isPassed || (how === "not" && other === "not")
          ? "yes"
          : how === "not" && other === "named"
            ? "no"
            : "unclear";
      return [own, inside(name, member)];
    }),
  );
}

function worst(all: readonly Sendable[]): Sendable {
  return all.includes("no") ? "no" : all.includes("unclear") ? "unclear" : "yes";
}

const inPlace = ["allOf", "anyOf", "oneOf"] as const;

/** Returns the pointers of the schemas for the same value; of those that it passes, if it is given. */
function around(
  pointers: readonly string[],
  { document, oracleAt }: Judged,
  value?: Json,
): readonly string[] {
  const found = new Set<string>();
  const visit = (pointer: string): void => {
    const schema = resolvePointer(document, pointer);
    if (found.has(pointer) || schema === undefined || !isJsonObject(schema)) return;
    if (value !== undefined && !oracleAt(pointer)(value)) return;
    found.add(pointer);
    const { $ref, dependentSchemas = {} } = schema;
    if (typeof $ref === "string") visit(decodeURIComponent($ref.slice(1)));
    for (const keyword of inPlace) {
      const options = schema[keyword] ?? [];
      if (!isJsonArray(options)) continue;
      for (const index of options.keys()) visit(joinPointer(pointer, keyword, index));
    }
    for (const keyword of ["not", "if"]) visit(joinPointer(pointer, keyword));
    const condition = joinPointer(pointer, "if");
    const holds =
      value === undefined || schema.if === undefined ? undefined : oracleAt(condition)(value);
    if (holds !== false) visit(joinPointer(pointer, "then"));
    if (holds !== true) visit(joinPointer(pointer, "else"));
    for (const name of Object.keys(dependentSchemas ?? {})) {
      const isPresent = value === undefined || (isJsonObject(value) && Object.hasOwn(value, name));
      if (isPresent) visit(joinPointer(pointer, "dependentSchemas", name));
    }
  };
  pointers.forEach(visit);
  return [...found];
}

/** The pointers of the schemas for a member or an item. */
function below(
  pointers: readonly string[],
  document: JsonObject,
  key: string | number,
): readonly string[] {
  return pointers.flatMap((pointer) => {
    const schema = schemaAt(pointer, document);
    if (typeof key === "number") {
      const prefix = isJsonArray(schema.prefixItems ?? null)
        ? (schema.prefixItems as readonly Json[])
        : [];
      const own =
        key < prefix.length
          ? joinPointer(pointer, "prefixItems", key)
          : joinPointer(pointer, "items");
      return [own, joinPointer(pointer, "contains")];
    }
    const found = [
      ...(memberNames(schema.properties).includes(key)
        ? [joinPointer(pointer, "properties", key)]
        : []),
      ...memberNames(schema.patternProperties)
        .filter((pattern) => matchesPattern(pattern, key) === true)
        .map((pattern) => joinPointer(pointer, "patternProperties", pattern)),
    ];
    return found.length > 0 ? found : [joinPointer(pointer, "additionalProperties")];
  });
}

/** Whether schemas describe a member: by its name, only as one of any others, or not at all. */
function describes(
  pointers: readonly string[],
  document: JsonObject,
  name: string,
): "named" | "other" | "not" {
  let isOther = false;
  for (const pointer of pointers) {
    const schema = schemaAt(pointer, document);
    const { additionalProperties } = schema;
    const isNamed =
      memberNames(schema.properties).includes(name) ||
      memberNames(schema.patternProperties).some((each) => matchesPattern(each, name) === true) ||
      (isJsonArray(schema.required ?? null) &&
        (schema.required as readonly Json[]).includes(name)) ||
      Object.entries(schema.dependentRequired ?? {})
        .flat(2)
        .includes(name) ||
      memberNames(schema.dependentSchemas).includes(name);
    if (isNamed) return "named";
    isOther ||= isJsonObject(additionalProperties ?? null);
  }
  return isOther ? "other" : "not";
}

function schemaAt(pointer: string, document: JsonObject): JsonObject {
  const schema = resolvePointer(document, pointer);
  return schema !== undefined && isJsonObject(schema) ? schema : {};
}

function memberNames(value: Json | undefined): readonly string[] {
  return value !== undefined && isJsonObject(value) ? Object.keys(value) : [];
}
