import type { JsonObject } from "../../generator/core/json.js";
import { kinds, ref, targets, type Kind } from "./kinds.js";
import { bases, tripleOf, ways, wrappings } from "./ways.js";

type Named = readonly [name: string, schema: JsonObject];

/** Pairs of kinds combined in every way, as component schemas; only one pair of this many is used. */
export function pairs(every = 1): JsonObject {
  const all = Object.entries(ways).flatMap(([way, combine], shift) =>
    kinds.flatMap((left, row) =>
      kinds.flatMap((right, column): readonly Named[] => {
        if ((row * kinds.length + column + shift) % every !== 0) return [];
        const name = `${way}_${left.name}_${right.name}`;
        return [[name, combine(left, right, ref(name))]];
      }),
    ),
  );
  return { ...targets, ...bases, ...Object.fromEntries(all) };
}

/** Extensions that declare a property again, with each pair of kinds inside of each wrapping. */
export function wrapped(every = 1): JsonObject {
  const all = Object.entries(wrappings).flatMap(([wrapping, wrap], shift) => {
    const inside = kinds.map(({ name, schema }) => [name, wrap(schema)] as const);
    return inside.flatMap(([left, base], row): readonly Named[] => {
      const name = `${wrapping}_${left}`;
      const extensions = inside.flatMap(([right, own], column): readonly Named[] => {
        if ((row * kinds.length + column + shift) % every !== 0) return [];
        const added = { type: "object", properties: { p: own } };
        return [[`${name}_${right}`, { allOf: [ref(name), added] }]];
      });
      return [[name, { type: "object", properties: { p: base } }], ...extensions];
    });
  });
  return { ...targets, ...Object.fromEntries(all) };
}

/** So many combinations of three kinds, spread over all of them. */
export function triples(count: number): JsonObject {
  const total = kinds.length ** 3;
  const step = Math.max(1, Math.floor(total / count));
  const all = Array.from({ length: Math.floor(total / step) }, (_, index) => {
    const at = (index * step + index) % total;
    const three = [0, 1, 2].map((digit) => kindAt(Math.floor(at / kinds.length ** digit)));
    const [a, b, c] = [three[0] ?? kindAt(0), three[1] ?? kindAt(0), three[2] ?? kindAt(0)];
    return tripleOf([a, b, c], `Triple_${a.name}_${b.name}_${c.name}`);
  });
  return Object.assign({ ...targets, ...bases }, ...all) as JsonObject;
}

function kindAt(index: number): Kind {
  const kind = kinds[index % kinds.length];
  if (kind === undefined) throw new Error("There are no kinds.");
  return kind;
}
