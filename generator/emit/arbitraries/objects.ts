import type { Check, CheckOf, Checks } from "../../checks/check.js";
import { sizeLimits } from "../../checks/contradictions/limits.js";
import { Members } from "../../checks/contradictions/members.js";
import { call, literal, object } from "../../code/expressions.js";
import type { Expression } from "../../code/nodes.js";
import { arbitraryCall, depthOf, fc, sizeFor, weightOf, type Arbitrary } from "./arbitrary.js";
import type { PartContext } from "./part.js";
import type { PropertyType } from "../../types/type.js";

/** The largest number of properties that an arbitrary has to make. */
const largest = 100;

/**
 * Returns an arbitrary of objects: of records, if properties are described, and otherwise of maps.
 *
 * @param own The checks of an object, without alternatives.
 */
export function objects(own: Checks, context: PartContext): Arbitrary | undefined {
  const members = new Members(own, context.reasoning);
  const names = new Set([...members.required.keys(), ...own.flatMap(namesIn)]);
  return names.size === 0 ? maps(own, context) : records(own, [...names], members, context);
}

function records(
  own: Checks,
  names: readonly string[],
  members: Members,
  { part }: PartContext,
): Arbitrary | undefined {
  const found: { readonly name: string; readonly isRequired: boolean; readonly made: Arbitrary }[] =
    [];
  for (const name of names) {
    const isRequired = members.required.has(name);
    const isExcluded = members.excludesName(name) !== undefined;
    const made = isExcluded ? undefined : part(members.of(name).map(({ checks }) => checks));
    if (made !== undefined) found.push({ name, isRequired, made });
    else if (isRequired) return undefined;
  }
  const required = found.flatMap(({ name, isRequired }) => (isRequired ? [name] : []));
  const { least, most } = sizeLimits(own);
  const isSized = (least?.limit ?? 0) > required.length || (most?.limit ?? Infinity) < found.length;
  const constraints: (readonly [string, Expression])[] = [
    ...(required.length < found.length ? [["requiredKeys", literal(required)] as const] : []),
    ["noNullPrototype", literal(true)],
  ];
  return {
    code: call(
      fc("record"),
      object(found.map(({ name, made }) => [name, made.code])),
      object(constraints),
    ),
    type: {
      kind: "object",
      properties: found.map(({ name, isRequired, made }): PropertyType => ({
        name,
        optional: !isRequired,
        type: made.type,
      })),
    },
    isInferred: found.every(({ made }) => made.isInferred),
    depthIdentifier: depthOf(found.map(({ made }) => made)),
    weight: weightOf(found.map(({ made }) => made)),
    isExact: !isSized && found.every(({ made }) => made.isExact) && own.every(isRespected),
  };
}

/** Whether a record, which has only properties that are described, passes a check. */
function isRespected(check: Check): boolean {
  switch (check.kind) {
    case "required":
    case "property":
    case "matching":
    case "additional":
    case "names":
    case "size":
      return true;
    case "unevaluated":
      return check.evaluated.every(({ kind }) => kind === "all" || kind === "named");
    default:
      return false;
  }
}

/** The names of properties that a check mentions. */
function namesIn(check: Check): readonly string[] {
  switch (check.kind) {
    case "property":
      return [check.name];
    case "additional":
      return check.names;
    default:
      return [];
  }
}

function maps(own: Checks, { part, canMatch, reasoning }: PartContext): Arbitrary | undefined {
  const { least, most } = sizeLimits(own);
  if ((least?.limit ?? 0) > largest) return undefined;
  const rest = own.filter(
    (check): check is CheckOf<"additional" | "unevaluated"> =>
      check.kind === "additional" ||
      (check.kind === "unevaluated" && check.target === "properties"),
  );
  const patterns = own.filter((check) => check.kind === "matching");
  const named = own.flatMap((check) => (check.kind === "names" ? [check.checks] : []));
  const isClosed = rest.some(({ checks }) => reasoning.whyEmpty(checks) !== undefined);
  const [pattern, ...more] = patterns;
  const others = own.filter(
    ({ kind }) => !["additional", "unevaluated", "matching", "names", "size"].includes(kind),
  );
  const isKnown =
    others.length === 0 && more.length === 0 && rest.every(({ kind }) => kind === "additional");
  const bounds = {
    minKeys: least?.limit === 0 ? undefined : least?.limit,
    maxKeys: most?.limit,
    noNullPrototype: true,
  };
  let keys: Arbitrary | undefined;
  let values: Arbitrary | undefined;
  if (isClosed && pattern !== undefined) {
    const expression = new RegExp(pattern.pattern, "u");
    const texts: Checks = [
      { kind: "types", types: ["string"] },
      { kind: "pattern", pattern: pattern.pattern },
    ];
    if (canMatch(expression)) keys = part([texts, ...named]);
    values = part([pattern.checks]);
  } else if (!isClosed) {
    keys = part([[{ kind: "types", types: ["string"] }], ...named]);
    values = part(rest.map(({ checks }) => checks));
  }
  if (keys === undefined || values === undefined) {
    return (least?.limit ?? 0) > 0
      ? undefined
      : {
          code: arbitraryCall("record", [object([])], { noNullPrototype: true }),
          type: { kind: "object", properties: [] },
          isInferred: false,
          isExact: isKnown,
        };
  }
  const { depthIdentifier } = values;
  const { size, weight } = sizeFor(values);
  const isUnnamed = isClosed || pattern === undefined;
  // A map cannot have more keys than there are.
  const isEnough = keys.values === undefined || keys.values.length >= (bounds.minKeys ?? 0);
  return {
    code: arbitraryCall("dictionary", [keys.code, values.code], {
      ...bounds,
      depthIdentifier,
      size,
    }),
    type: { kind: "object", properties: [], index: values.type },
    isInferred: values.isInferred,
    depthIdentifier,
    weight,
    isExact: isKnown && isUnnamed && isEnough && keys.isExact && values.isExact,
  };
}
