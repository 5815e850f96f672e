import type { Json, JsonObject } from "../../generator/core/json.js";
import fc from "fast-check";
import { expect } from "vitest";
import { seed } from "../oracle/agreement.js";
import { schemas } from "../oracle/instances/schemas.js";
import { Project } from "./project.js";

const names = Array.from({ length: 14 }, (_, index) => `Model${index}`);

/** A random schema that refers to any other. */
function schemaAt(random: number): Json {
  const targets = { inPlace: names.slice(0, random % 4), inside: names };
  return fc.sample(schemas(targets, 2), { seed: random, numRuns: 1 })[0] ?? {};
}

/** Numbers that follow from a seed, the same in every run. */
function numbersFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}

type Components = Record<string, Json>;

/** Edits as they happen: a schema is rewritten, described, renamed, moved, removed or added. */
const kinds: readonly ((components: Components, next: () => number) => Components)[] = [
  (components, next) => ({ ...components, [pick(components, next)]: schemaAt(next()) }),
  (components, next) => {
    const name = pick(components, next);
    const schema = components[name];
    const isObject = typeof schema === "object" && schema !== null && !Array.isArray(schema);
    const description = `Described ${next()}.`;
    return {
      ...components,
      [name]: isObject ? { ...(schema as JsonObject), description } : { description },
    };
  },
  (components, next) => ({ ...components, [`Extra${next() % 5}`]: schemaAt(next()) }),
  (components, next) => ({
    ...components,
    [`Enum${next() % 3}`]: { enum: ["a", "b", "c", "d"].slice(next() % 3) },
  }),
  (components) => Object.fromEntries(Object.entries(components).reverse()),
  (components, next) => {
    const gone = Object.keys(components).filter((name) => !names.includes(name));
    const last = gone[next() % Math.max(gone.length, 1)];
    return Object.fromEntries(Object.entries(components).filter(([name]) => name !== last));
  },
  (components, next) => {
    const first = pick(components, next);
    const second = pick(components, next);
    return { ...components, [first]: components[second] ?? {}, [second]: components[first] ?? {} };
  },
];

function pick(components: Components, next: () => number): string {
  const all = Object.keys(components);
  return all[next() % all.length] ?? "";
}

function textOf(components: Components): string {
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Random", version: "1" },
    components: { schemas: components },
  });
}

/** How many edits led to a package, and how many of its files stayed as they were. */
export interface Tally {
  packages: number;
  kept: number;
}

/**
 * Edits a random document, generates after each edit, and expects the files that an empty folder gets.
 *
 * @param index The number of the document, from which its settings and its edits follow.
 * @param edits How often it is edited.
 * @param tally Is added to.
 */
export async function expectFreshAfterEdits(
  index: number,
  edits: number,
  tally: Tally,
): Promise<void> {
  const next = numbersFrom(seed + index);
  let components: Components = Object.fromEntries(names.map((name) => [name, schemaAt(next())]));
  const project = await Project.with({
    "guardsmith.config.json": JSON.stringify({
      spec: "openapi.json",
      outputs:
        index % 3 === 0
          ? ["models", "guards", "json-schema", "package"]
          : ["models", "guards", "json-schema"],
      ...(index % 3 === 2 && { target: "js" }),
      ...(index % 4 === 1 && { policies: { optional: "nullable" } }),
    }),
    "openapi.json": textOf(components),
  });
  await project.generate({});
  for (let edit = 0; edit < edits; edit += 1) {
    const kind = kinds[next() % kinds.length];
    components = kind?.(components, next) ?? components;
    await project.put({ "openapi.json": textOf(components) });
    const { code, stdout, stderr } = await project.generate({});
    if (code !== 0) {
      // What is wrong is wrong for an empty folder, too.
      expect((await project.generate({ out: "fresh" })).stderr).toBe(stderr);
      continue;
    }
    tally.packages += 1;
    tally.kept += Number(/(\d+) unchanged/.exec(stdout)?.[1]);
    expect(await project.output()).toEqual(await project.fresh());
  }
}
