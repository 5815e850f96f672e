import type { UserConfig } from "../../config/user-config.js";
import type { Project } from "./project.js";

/** A config file to write. */
export interface NewConfig {
  readonly name: string;
  readonly text: string;
  readonly settings: UserConfig;
}

/** The JSON Schema of configs, for projects in which Guardsmith is not installed. */
const publishedSchema = "https://unpkg.com/guardsmith/config.schema.json";

/**
 * Returns the config for a project: in TypeScript if the project has the types of Guardsmith, otherwise
 * in JSON with its schema.
 *
 * @param spec The document, relative to the project, or a URL.
 */
export function newConfig(spec: string, project: Project): NewConfig {
  const settings = settingsFor(spec, project);
  if (project.isTypeScript && project.hasGuardsmith) {
    const members = Object.entries(settings).map(
      ([name, value]) => `  ${name}: ${JSON.stringify(value).replaceAll('","', '", "')},\n`,
    );
    return {
      name: "guardsmith.config.ts",
      text: `import { defineConfig } from "guardsmith";\n\nexport default defineConfig({\n${members.join("")}});\n`,
      settings,
    };
  }
  const $schema = project.hasGuardsmith
    ? "./node_modules/guardsmith/config.schema.json"
    : publishedSchema;
  const text = `${JSON.stringify({ $schema, ...settings }, undefined, 2)}\n`;
  return { name: "guardsmith.config.json", text, settings };
}

/** Chooses modules among the sources of a project, or a package if there is no project. */
function settingsFor(spec: string, { manifest, isTypeScript, hasSources }: Project): UserConfig {
  if (manifest === undefined && !isTypeScript) return { spec, out: "generated" };
  return {
    spec,
    out: hasSources ? "src/generated" : "generated",
    outputs: ["models", "guards", "openapi"],
    ...(!isTypeScript && { target: "js" as const }),
  };
}
