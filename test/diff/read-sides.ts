import { formatDiagnostic, type GenerateOptions } from "../../generator/index.js";
import type { Sides } from "../../generator/diff/subject.js";
import type { ReadModels } from "../../generator/model/read-models.js";
import { diagnoseModels } from "../../generator/validate/diagnose-models.js";

/** Reads both documents of a comparison, from their texts. */
export async function readSides(
  old: string,
  now: string,
  config: GenerateOptions["config"] = {},
): Promise<Sides> {
  return { old: await read(old, config), new: await read(now, config) };
}

async function read(text: string, config: GenerateOptions["config"]): Promise<ReadModels> {
  const { result, diagnostics } = await diagnoseModels(
    () => ({ spec: { text }, config }),
    (models) => models,
  );
  if (result === undefined) {
    throw new Error(diagnostics.map((each) => formatDiagnostic(each, { color: false })).join("\n"));
  }
  return result;
}
