import fc from "fast-check";
import type { Json, JsonObject } from "../../generator/core/json.js";

/** Components in which bases list what extends them, and the same with each base written out. */
export interface Hierarchy {
  readonly written: Readonly<Record<string, Json>>;
  /** The components that mean the same without leading back to themselves. */
  readonly expanded: Readonly<Record<string, Json>>;
}

/** A schema of a hierarchy, and how it is written. */
interface Member {
  /** Which of those before it extends: by its number, from 0; several are taken modulo these. */
  readonly bases: readonly number[];
  readonly keyword: "oneOf" | "anyOf";
  readonly list: "plain" | "inside" | "nullable";
  readonly extension: "allOf" | "nested" | "$ref" | "alias";
  readonly option: "reference" | "alias" | "written";
  readonly limit: number;
  readonly isTagged: boolean;
}

const members = fc.array(
  fc.record({
    bases: fc.array(fc.nat(5), { minLength: 1, maxLength: 2 }),
    keyword: fc.constantFrom("oneOf" as const, "anyOf" as const),
    list: fc.constantFrom(
      "plain" as const,
      "plain" as const,
      "inside" as const,
      "nullable" as const,
    ),
    extension: fc.constantFrom(
      "allOf" as const,
      "nested" as const,
      "$ref" as const,
      "alias" as const,
    ),
    option: fc.constantFrom("reference" as const, "alias" as const, "written" as const),
    limit: fc.nat(3),
    isTagged: fc.boolean(),
  }),
  { minLength: 2, maxLength: 6 },
);

/** Random hierarchies; all components begin with a prefix. */
export function hierarchies(prefix: string): fc.Arbitrary<Hierarchy> {
  return members.map((all) => build(all, prefix));
}

function build(all: readonly Member[], prefix: string): Hierarchy {
  const written: Record<string, Json> = {};
  const expanded: Record<string, Json> = {};
  const name = (index: number): string => `${prefix}M${index}`;
  const ref = (to: string): JsonObject => ({ $ref: `#/components/schemas/${to}` });
  const basesOf = (index: number): readonly number[] => [
    ...new Set(index === 0 ? [] : (all[index]?.bases ?? []).map((base) => base % index)),
  ];

  const childrenOf = (index: number): readonly number[] =>
    all.flatMap((_, child) => (basesOf(child).includes(index) ? [child] : []));

  /** The schema of a member, with what it refers to. */
  function schemaOf(
    index: number,
    base: (index: number) => JsonObject,
    lists: boolean,
  ): JsonObject {
    const member = all[index];
    if (member === undefined) throw new Error("There is no such member");
    const own: JsonObject = {
      type: "object",
      properties: {
        [`p${index}`]: { type: "integer", minimum: member.limit },
        ...(member.isTagged && { kind: { enum: ["a", "b", `k${index}`] } }),
      },
      required: member.limit > 1 ? [`p${index}`] : [],
    };
    const extending = extensionOf(member, basesOf(index).map(base), own);
    const isNullable = member.list === "nullable" && childrenOf(index).length > 0;
    const orNull = (schema: JsonObject): JsonObject =>
      isNullable ? { anyOf: [schema, { type: "null" }] } : schema;
    if (!lists || childrenOf(index).length === 0) return orNull(extending);
    const list: JsonObject = { [member.keyword]: childrenOf(index).map(optionOf) };
    return member.list === "inside"
      ? { allOf: [extending, list] }
      : orNull({ ...extending, ...list });
  }

  function optionOf(child: number): Json {
    switch (all[child]?.option) {
      case "alias":
        return ref(`${name(child)}Alias`);
      case "written":
        return { allOf: [ref(name(child)), { properties: { extra: { type: "string" } } }] };
      default:
        return ref(name(child));
    }
  }

  for (const [index, { extension }] of all.entries()) {
    const base = (at: number): JsonObject =>
      ref(extension === "alias" ? `${name(at)}Alias` : name(at));
    const withoutList = (at: number): JsonObject => ref(`${name(at)}-alone`);
    written[name(index)] = schemaOf(index, base, true);
    expanded[name(index)] = schemaOf(index, withoutList, true);
    expanded[`${name(index)}-alone`] = schemaOf(index, withoutList, false);
    for (const components of [written, expanded])
      components[`${name(index)}Alias`] = ref(name(index));
  }
  return { written, expanded };
}

function extensionOf(
  { extension }: Member,
  bases: readonly JsonObject[],
  own: JsonObject,
): JsonObject {
  const [first, ...others] = bases;
  if (first === undefined) return own;
  if (extension === "$ref" && others.length === 0) return { ...first, ...own };
  return { allOf: [...(extension === "nested" ? [{ allOf: [...bases] }] : bases), own] };
}
