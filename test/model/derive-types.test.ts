import { describe, expect, it } from "vitest";
import { deriveTypes } from "../../generator/model/derive-types.js";
import type { EmptySchemas } from "../../generator/model/empty-schemas.js";
import type { Model, Models } from "../../generator/model/model.js";
import { extensionOf, findShapes } from "../../generator/model/shape.js";
import { shapes } from "../bench/growth/shapes.js";
import { documentOf } from "../generate/package.js";
import { readDocument } from "../validate/read-document.js";

/** Models that count how often the schema of each is read: once for each derivation of its type. */
function counted({ all, byId }: Models): { readonly models: Models; readonly reads: number[] } {
  const reads = all.map(() => 0);
  const counting = new Map<Model, Model>(
    all.map((model, index) => [
      model,
      {
        ...model,
        get schema() {
          reads[index] = (reads[index] ?? 0) + 1;
          return model.schema;
        },
      },
    ]),
  );
  const counter = (model: Model): Model => counting.get(model) ?? model;
  return {
    models: {
      all: all.map(counter),
      byId: new Map([...byId].map(([id, model]) => [id, counter(model)])),
    },
    reads,
  };
}

const noneEmpty: EmptySchemas = { has: () => false, hasModel: () => false };

async function modelsOf(name: string, links: number): Promise<Models> {
  const shape = shapes.find((each) => each.name === name);
  if (shape === undefined) throw new Error(`There is no shape ${name}.`);
  return (await readDocument(documentOf(shape.schemas(links)))).models;
}

describe("the type of a model", () => {
  it.each(shapes)("is derived once in a short $name", async ({ name }) => {
    const { models, reads } = counted(await modelsOf(name, 25));
    deriveTypes(models, noneEmpty);
    expect(reads).toEqual(reads.map(() => 1));
  });

  it.each(shapes)(
    "is derived again in a long $name only after an interruption",
    async ({ name }) => {
      const { models, reads } = counted(await modelsOf(name, 250));
      deriveTypes(models, noneEmpty);
      expect(Math.max(...reads)).toBeLessThanOrEqual(2);
      expect(Math.min(...reads)).toBe(1);
    },
  );
});

describe("the shape of a model", () => {
  it("is found once in a chain of models that extend each other", async () => {
    const models = await modelsOf("allOf chain", 500);
    const types = deriveTypes(models);
    let asked = 0;
    const get = (id: string): ReturnType<typeof types.get> => {
      asked += 1;
      return types.get(id);
    };
    const shape = findShapes({ ...types, get }, () => 0);
    const extensions = models.all.flatMap(
      ({ id }) => extensionOf(types.get(id), { ...types, shape }) ?? [],
    );
    expect(extensions).toHaveLength(499);
    expect(asked).toBeLessThanOrEqual(2 * 500);
  });
});
