import { isJsonArray, isJsonObject, type Json } from "../core/json.js";

/**
 * An example of each setting, by its name: messages, the JSON Schema of configs and
 * `docs/reference/config.md` show it. Those of one setting fit together in a config.
 */
export const settingExamples: Readonly<Record<string, Json>> = {
  $schema: "./node_modules/guardsmith/config.schema.json",
  spec: "openapi.yaml",
  "spec.url": "https://example.com/openapi.yaml",
  "spec.headers": { Authorization: "Bearer ${API_TOKEN}" },
  overlays: ["openapi.overlay.yaml"],
  out: "src/api",
  roots: ["Pet"],
  include: { tags: ["pets"] },
  "include.tags": ["pets"],
  "include.paths": ["/pets/**"],
  "include.operations": ["listPets", "GET /pets/{petId}"],
  exclude: { tags: ["internal"] },
  "exclude.tags": ["internal"],
  "exclude.paths": ["/admin/**"],
  "exclude.operations": ["DELETE /pets/{petId}"],
  names: { "#/components/schemas/Pet/properties/owner": "PetOwner" },
  outputs: ["models", "guards"],
  target: "js",
  importExtension: "none",
  header: "Generated. Do not edit.",
  operations: { endMark: "end" },
  "operations.endMark": "end",
  package: { name: "@scope/api-types", version: "1.0.0" },
  "package.name": "@scope/api-types",
  "package.version": "1.0.0",
  "package.description": "Types and guards of the Pets API.",
  "package.license": "MIT",
  "package.licenseFile": "LICENSE",
  "package.repository": { type: "git", url: "git+https://example.com/types.git" },
  "package.repository.type": "git",
  "package.repository.url": "git+https://example.com/types.git",
  "package.repository.directory": "packages/types",
  references: { root: "..", origins: ["https://schemas.example.com"] },
  "references.root": "..",
  "references.origins": ["https://schemas.example.com"],
  formats: { uuid: "assert", "x-iban": "^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$" },
  format: "none",
  policies: { optional: "nullable", response: { enums: "open" } },
  "policies.optional": "nullable",
  "policies.enums": "open",
  "policies.additionalProperties": "allow",
  "policies.constraints": "types",
  "policies.untypedProperties": "object",
  "policies.polymorphism": "union",
  "policies.request": { additionalProperties: "forbid" },
  "policies.response": { enums: "open" },
  "policies.models": { Pet: { enums: "open" } },
  strict: true,
  maxWarnings: 0,
  ignore: [
    {
      code: "untyped-properties",
      at: "#/components/schemas/Pet",
      reason: "any JSON is meant",
    },
  ],
  "ignore[].code": "untyped-properties",
  "ignore[].at": "#/components/schemas/Pet",
  "ignore[].reason": "any JSON is meant",
  jobs: {
    shop: { spec: "shop.yaml", out: "src/shop" },
    admin: { spec: "admin.yaml", out: "src/admin" },
  },
};

/** The config with a `name`: a function, which JSON does not have. */
export const functionExample = 'export default { name: (model) => model.name + "Dto" };';

/**
 * What to write in place of a wrong value.
 *
 * @param setting The name of the setting.
 * @param part The name of the member of it that is wrong; empty for all of it.
 * @returns JSON with the name in front; undefined, if there is no example.
 */
export function exampleOf(setting: string, part: string): string | undefined {
  if (setting === "name") return `\`${functionExample}\` in guardsmith.config.js`;
  const ofPart = `${setting}.${part}`;
  const [path, name] = Object.hasOwn(settingExamples, ofPart) ? [ofPart, part] : [setting, setting];
  const example = Object.hasOwn(settingExamples, path) ? settingExamples[path] : undefined;
  return example === undefined ? undefined : `"${name}": ${printed(example)}`;
}

/** JSON on one line, with blanks as people write it. */
function printed(value: Json): string {
  if (isJsonArray(value)) return `[${value.map(printed).join(", ")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${printed(member)}`,
  );
  return `{ ${members.join(", ")} }`;
}
