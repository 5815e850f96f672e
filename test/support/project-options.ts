import { fileURLToPath } from "node:url";
import ts from "typescript";

const configFile = fileURLToPath(new URL("../../tsconfig.json", import.meta.url));

/** The settings of TypeScript that this project has. */
export function projectOptions(): ts.CompilerOptions {
  const parsed = ts.getParsedCommandLineOfConfigFile(configFile, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
    },
  });
  if (parsed === undefined) throw new Error(`there is no ${configFile}`);
  return parsed.options;
}
