import { batchDocument, openaiDocument } from "../documents.js";
import type { Workspace } from "../processes/workspace.js";
import type { BenchOptions, Section } from "../section.js";
import { benchChecking } from "./checking.js";
import { benchImports } from "./imports.js";
import { makeOutputs } from "./outputs.js";

/** Measures the costs for users of the output: the time of the compiler, and of an import. */
export async function benchConsumers(
  { quick }: BenchOptions,
  workspace: Workspace,
): Promise<readonly Section[]> {
  const document = quick ? batchDocument : openaiDocument("consumers");
  if (document === undefined) return [];
  const runs = quick ? 1 : 3;
  const outputs = await makeOutputs(workspace, document);
  return [
    await benchChecking(workspace, outputs, runs),
    await benchImports(workspace, outputs, runs),
  ];
}
