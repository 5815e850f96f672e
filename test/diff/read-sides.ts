import type { Sides } from "../../generator/diff/subject.js";
import { formatDiagnostic, type GenerateOptions } from "../../generator/index.js";
import type { ReadModels } from "../../generator/model/read-models.js";
import { diagnoseModels } from "../../generator/validate/diagnose-models.js";

/** The members of a document besides its version and title. */
export interface Members {
  readonly [name: string]: unknown;
  readonly components?: object;
}

/** Reads both documents of a comparison, from their texts or their members. */
export async function readSides(
  old: string | Members,
  now: string | Members,
  config: GenerateOptions["config"] = {},
): Promise<Sides> {
  return { old: await read(textOf(old), config), new: await read(textOf(now), config) };
}

function textOf(document: string | Members): string {
  if (typeof document === "string") return document;
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    ...document,
    // A document without any schema is an error.
    components: { schemas: { Test: {} }, ...document.components },
  });
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
