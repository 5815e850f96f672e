import { completeConfig } from "../../../generator/config/complete-config.js";
import type { Config } from "../../../generator/config/config.js";
import type { LocatedDiagnostic } from "../../../generator/core/diagnostic.js";
import { diagnose } from "../../../generator/load/diagnose.js";
import { nodeHost } from "../../../generator/load/node-host.js";
import { readModels } from "../../../generator/model/read-models.js";

/** What is said about a document that is read. */
export async function diagnosticsOf(
  document: object,
  settings: Partial<Config> = {},
): Promise<readonly LocatedDiagnostic[]> {
  const { diagnostics } = await diagnose((run) =>
    readModels(
      {
        spec: { text: JSON.stringify(document) },
        host: nodeHost(process.cwd()),
        onStage: () => undefined,
      },
      { ...completeConfig({ spec: "-" }, "generated"), ...settings },
      run,
    ),
  );
  return diagnostics;
}

/** A document with component schemas, and more if it is given. */
export function documentWith(schemas: object, version = "3.1.0", others: object = {}): object {
  const { components = {}, ...rest } = others as { readonly components?: object };
  return {
    openapi: version,
    info: { title: "Test", version: "1.0.0" },
    paths: {},
    ...rest,
    components: { schemas, ...components },
  };
}

/** Each warning with a code, as the pointer below the component schemas. */
export async function placesOf(
  code: string,
  schemas: object,
  version?: string,
): Promise<readonly string[]> {
  const diagnostics = await diagnosticsOf(documentWith(schemas, version));
  return diagnostics
    .filter((diagnostic) => diagnostic.code === code)
    .map(({ place }) => place?.pointer.replace("/components/schemas/", "") ?? "");
}
