import { describe, expect, it } from "vitest";
import { deriveTypes } from "../../generator/model/derive-types.js";
import type { Model, Models } from "../../generator/model/model.js";
import { extensionOf, findShapes } from "../../generator/model/shape.js";
import { shapes } from "../bench/growth/shapes.js";
import { documentOf } from "../generate/package.js";
import { readDocument } from "../validate/read-document.js";

/** How often the model with each id was asked for, which is once for each derivation. */
class CountedModels extends Map<string, Model> {
  readonly counts = new Map<string, number>();

  override get(id: string): Model | undefined {
    this.counts.set(id, (this.counts.get(id) ?? 0) + 1);
    return super.get(id);
  }
}

async function modelsOf(name: string, links: number): Promise<Models> {
  const shape = shapes.find((each) => each.name === name);
  if (shape === undefined) throw new Error(`There is no shape ${name}.`);
  return (await readDocument(documentOf(shape.schemas(links)))).models;
}

describe("the type of a model", () => {
  it.each(shapes)("is derived once in a short $name", async ({ name }) => {
    const { all, byId } = await modelsOf(name, 25);
    const counted = new CountedModels(byId);
    deriveTypes({ all, byId: counted });
    expect([...counted.counts.values()]).toEqual(all.map(() => 1));
  });

  it.each(shapes)(
    "is derived again in a long $name only after an interruption",
    async ({ name }) => {
      const { all, byId } = await modelsOf(name, 1000);
      const counted = new CountedModels(byId);
      deriveTypes({ all, byId: counted });
      expect(Math.max(...counted.counts.values())).toBeLessThanOrEqual(2);
    },
  );
});

describe("the shape of a model", () => {
  it("is found once in a chain of models that extend each other", async () => {
    const models = await modelsOf("allOf chain", 2000);
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
    expect(extensions).toHaveLength(1999);
    expect(asked).toBeLessThanOrEqual(2 * 2000);
  });
});
