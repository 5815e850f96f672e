import { completeConfig } from "../../generator/config/complete-config.js";
import type { UserConfig } from "../../generator/config/user-config.js";
import { diagnose } from "../../generator/load/diagnose.js";
import { nodeHost } from "../../generator/load/node-host.js";
import type { Model } from "../../generator/model/model.js";
import { readModels } from "../../generator/model/read-models.js";
import type { Guard } from "../../generator/validate/guard.js";
import { loadGuards, type GuardInput } from "../../generator/validate/load-guards.js";

/** A document that guards can be made of. */
export interface TestDocument extends GuardInput {
  /**
   * A model by its name.
   *
   * @throws when there is none
   */
  readonly model: (name: string) => Model;
}

/**
 * Reads the models of a document.
 *
 * @param text - The text of a document.
 * @throws when it has errors
 */
export async function readDocument(text: string, config: UserConfig = {}): Promise<TestDocument> {
  const complete = completeConfig({ ...config, spec: "-" }, "generated");
  const host = nodeHost(process.cwd());
  const onStage = (): void => undefined;
  const options = { spec: { text }, host, onStage };
  const { result, diagnostics } = await diagnose((run) => readModels(options, complete, run));
  if (result === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return {
    ...result,
    model: (name) => {
      const model = result.models.all.find((each) => each.name === name);
      if (model === undefined) throw new Error(`There is no model ${name}.`);
      return model;
    },
  };
}

/** The guard of one model of a document. */
export async function guardOf(text: string, name: string): Promise<Guard> {
  const document = await readDocument(text);
  const guard = loadGuards(document, [document.model(name)]).get(name);
  if (guard === undefined) throw new Error(`${name} has no guard.`);
  return guard;
}
