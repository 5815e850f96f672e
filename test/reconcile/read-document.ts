import { loadConfig } from "../../generator/config/load-config.js";
import { diagnose } from "../../generator/load/diagnose.js";
import { nodeHost } from "../../generator/load/node-host.js";
import { readModels, type ReadModels } from "../../generator/model/read-models.js";
import { put } from "../write/temporary-folder.js";

/** Writes a document into a folder as `openapi.yaml`, and reads it as the commands do. */
export async function readDocument(cwd: string, text: string): Promise<ReadModels> {
  await put(cwd, { "openapi.yaml": text });
  const config = await loadConfig({ cwd, overrides: { spec: "openapi.yaml" } });
  const host = nodeHost(cwd);
  const onStage = (): void => undefined;
  const options = { spec: config.spec, host, onStage };
  const { result, diagnostics } = await diagnose((run) => readModels(options, config, run));
  if (result === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return result;
}
