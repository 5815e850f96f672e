import type { Sides } from "../../generator/diff/subject.js";
import type { ReadModels } from "../../generator/model/read-models.js";
import { formatDiagnostic } from "../../generator/index.js";
import { diagnoseModels } from "../../generator/validate/diagnose-models.js";

/** The members of a document besides its version and title. */
export interface Members {
  readonly [name: string]: unknown;
  readonly components?: object;
}

/** Reads two documents. */
export async function readSides(old: Members, now: Members): Promise<Sides> {
  return { old: await readMembers(old), new: await readMembers(now) };
}

async function readMembers(members: Members): Promise<ReadModels> {
  const document = {
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    ...members,
    // A document without any schema is an error.
    components: { schemas: { Test: {} }, ...members.components },
  };
  const { result, diagnostics } = await diagnoseModels(
    () => ({ spec: { text: JSON.stringify(document) } }),
    (read) => read,
  );
  if (result !== undefined) return result;
  const shown = diagnostics.map((each) => formatDiagnostic(each, { color: false }));
  throw new Error(shown.join("\n\n"));
}
