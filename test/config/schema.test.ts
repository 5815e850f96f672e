import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { checkConfig } from "../../generator/config/check-config.js";
import { completeConfig } from "../../generator/config/complete-config.js";
import { completePolicy } from "../../generator/config/policies.js";
import { InputError } from "../../generator/core/failure.js";
import { configSchema, type JsonSchema } from "../../scripts/config-schema.js";

const schema = configSchema();
const ajv = new Ajv({ strict: true, strictTypes: false, allowUnionTypes: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);
// The settings that jobs share with the file are there.
const definitions = schema.definitions as Readonly<Record<string, JsonSchema>>;

/** Whether our own check takes a config. */
function isTaken(config: unknown): boolean {
  try {
    checkConfig(config);
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** Documents and overlays on the network. */
const remoteFiles: readonly unknown[] = [
  { url: "https://a.example/b.yaml" },
  ...[
    "http://127.0.0.1:8080",
    "HTTPS://A.example?b",
    "http://[::1]:80/a",
    "http://a/@b",
    "http://a?b@c",
    "https://ä.example/b c",
    "",
    "a.yaml",
    "//a/b",
    "ftp://a/b",
    "file:///a",
    "https://",
    "https:///",
    "https://u:p@a/b",
    "https://u@a/b",
    "https://:p@a",
    "https://a b/c",
    " https://a",
    "https://a:b/c",
    1,
  ].map((url) => ({ url })),
  {},
  { headers: { Accept: "a" } },
  { url: "https://a", other: 1 },
  ...[
    {},
    [],
    "Accept: a",
    { Authorization: "Bearer ${API_TOKEN}", "X-Key_1": "a" },
    { "": "a" },
    { "A B": "a" },
    { "A:": "a" },
    { Ä: "a" },
    { Host: "a" },
    { "CONTENT-length": "1" },
    { "if-None-Match": "a" },
    { Hosts: "a" },
    { "X-Host": "a" },
    { constructor: "a" },
    { A: "" },
    { A: 1 },
    ...[
      "a\nb",
      "a\rb",
      "\0",
      "\u007f",
      "\tä ÿ",
      "€",
      "$",
      "$A",
      "$$",
      "{}",
      "a$",
      "${A}${B_1}",
      "$${A}{",
      "${",
      "${}",
      "${1}",
      "${A",
      "${a b}",
      "$${}",
      "${A}${",
    ].map((value) => ({ A: value })),
  ].map((headers) => ({ url: "https://a", headers })),
];

/** Filters of operations. */
const filters: readonly unknown[] = [
  { tags: ["a"] },
  { tags: ["a"], paths: ["/a/**"], operations: ["GET /a", "b"] },
  {},
  [],
  "a",
  { tags: [] },
  { paths: "/a" },
  { operations: [""] },
  { tags: [1] },
  { tag: ["a"] },
  { tags: ["a"], other: 1 },
];

/** Values of every kind, good and bad, for each setting. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  $schema: ["./x.json", "", 1],
  spec: ["a.yaml", "", 1, null, ...remoteFiles],
  overlays: [[], ["a"], [""], "a", [1], ...remoteFiles.map((file) => ["a", file])],
  out: ["a", "", false],
  roots: [["Pet"], [], [""], "Pet"],
  names: [
    { "#/a": "A" },
    { "a.yaml#": "A" },
    { a: "A" },
    { "#/a": "a-b" },
    { "#/a": 1 },
    { "#/a": "Ä" },
    [],
  ],
  name: ["Pet", {}, null, false],
  include: filters,
  exclude: filters,
  outputs: [["models"], ["guards"], ["guards", "models"], [], ["gards"], "models", ["models", {}]],
  target: ["ts", "js", "mjs", ["ts"]],
  importExtension: ["js", "ts", "none", ".js"],
  header: ["", "a", false, true, 1],
  operations: [{}, { endMark: "end" }, { endMark: false }, { endMark: "" }, { other: 1 }, 1],
  package: [
    {},
    { name: "@a/b", version: "1.0.0-a+b", description: "", license: "MIT", licenseFile: "L" },
    { name: "A" },
    { name: "a".repeat(215) },
    { name: "a".repeat(214) },
    { version: "1" },
    { license: "" },
    { licenseFile: "" },
    { repository: "github:a/b" },
    { repository: "" },
    { repository: [] },
    { repository: { type: "git", url: "a" } },
    { repository: { type: "git", url: "a", directory: "" } },
    { repository: { type: "git" } },
    { repository: { type: "git", url: "a", other: 1 } },
    { other: 1 },
    [],
  ],
  references: [
    {},
    { root: "..", origins: [] },
    { root: "" },
    { origins: "https://a" },
    ...[
      "https://a.example",
      "http://127.0.0.1:8080",
      "http://[::1]",
      "https://a:80",
      "http://a:443",
    ].map((one) => ({ origins: [one] })),
    ...[
      "https://a/",
      "https://a/b",
      "https://A",
      "https://a:443",
      "http://a:80",
      "ftp://a",
      "a",
      "",
      "https://",
      "https://u@a",
      "null",
    ].map((one) => ({ origins: [one] })),
  ],
  formats: [
    "assert",
    "annotate",
    "validate",
    {},
    { "*": "assert", uuid: "annotate", "x-a": "^[A-Z]{2}$" },
    { "*": "^a$" },
    { uuid: "asert" },
    { uuid: "" },
    { "x-a": "^[A-Z" },
    { "x-a": "(?i)a" },
    { "x-a": true },
    [],
    null,
  ],
  format: ["auto", "none", false],
  policies: [
    {},
    { optional: "nullable", enums: "open", additionalProperties: "allow", constraints: "types" },
    { untypedProperties: "object", polymorphism: "base" },
    { request: { enums: "open" }, response: { polymorphism: "base" } },
    { request: { enums: "open" }, response: {} },
    { models: { Pet: { enums: "open", request: {} }, "#/a": {} } },
    { models: { Pet: { models: {} } } },
    { models: { "": {} } },
    { models: [] },
    { enums: "opened" },
    { other: 1 },
  ],
  strict: [true, "yes"],
  maxWarnings: [0, 5, -1, 0.5, "5"],
  ignore: [
    [],
    [{ code: "a", at: "#", reason: "b" }],
    [{ code: "a", at: "a.yaml#/b", reason: "b" }],
    [{ code: "a", at: "Pet", reason: "b" }],
    [{ code: "a", at: "#", reason: " " }],
    [{ code: "", at: "#", reason: "b" }],
    [{ code: "a", at: "#" }],
    [{ code: "a", at: "#", reason: "b", other: 1 }],
    ["a"],
    {},
  ],
  jobs: [
    { a: {} },
    { "a.b-c_1": { spec: "a" } },
    {},
    [],
    { "a b": {} },
    { ".a": {} },
    { toString: {} },
    { constructor: {} },
    { a: 1 },
    { a: { jobs: {} } },
    { a: { $schema: "x" } },
  ],
  other: [1],
  toString: [1],
  constructor: [{}],
};

describe("the JSON Schema of configs", () => {
  it("has values for every setting in this test", () => {
    expect(Object.keys(schema.properties ?? {}).filter((name) => !(name in values))).toEqual([]);
  });

  const configs = Object.entries(values).flatMap(([name, each]) =>
    each.map((value) => Object.fromEntries<unknown>([[name, value]])),
  );
  const inJobs = configs
    .filter((config) => !("jobs" in config) && !("$schema" in config))
    .map((config) => ({ jobs: { shop: config } }));

  const all: readonly unknown[] = [...configs, ...inJobs, {}, [], "a", 1];

  it.each(all.map((config) => ({ config })))("agrees with our own check: $config", ({ config }) => {
    expect(validate(config)).toBe(isTaken(config));
  });

  it.each([
    {
      what: "names that differ in case alone",
      config: { spec: { url: "https://a", headers: { "X-Key": "a", "x-key": "b" } } },
    },
    { what: "the range of ports", config: { spec: { url: "https://a:99999" } } },
  ])("leaves to our own check what JSON Schema cannot say: $what", ({ config }) => {
    expect([validate(config), isTaken(config)]).toEqual([true, false]);
  });

  it("takes the config of this project", async () => {
    expect(validate(parse(await readFile("guardsmith.config.yaml", "utf8")))).toBe(true);
  });

  it("states the defaults that a run has", () => {
    const config = completeConfig({ spec: "-" }, "generated");
    const used = new Map<string, unknown>([
      ...Object.entries(config),
      ...membersOf("operations", config.operations),
      ...membersOf("package", config.package),
      ...membersOf("references", config.references),
      ...membersOf("policies", completePolicy([], undefined)),
    ]);
    const stated = statedDefaults(definitions, "");
    expect(stated.map(([name]) => name)).toContain("policies.enums");
    expect(stated).toEqual(stated.map(([name]) => [name, used.get(name)]));
  });

  it("describes every setting", () => {
    expect(undescribed({ properties: definitions }, "")).toEqual([]);
  });
});

describe("docs/reference/config.md", async () => {
  const page = await readFile("docs/reference/config.md", "utf8");
  const blocks = Array.from(page.matchAll(/^```yaml\n(.*?)^```$/gms), ([, text = ""]) => text);
  it.each(blocks)("shows what is valid:\n%s", (text) => {
    const config: unknown = parse(text);
    expect([validate(config), isTaken(config)]).toEqual([true, true]);
  });
});

/** The defaults of settings and of their members, but for those that are empty objects. */
function statedDefaults(
  properties: Readonly<Record<string, JsonSchema>>,
  parent: string,
): readonly (readonly [name: string, value: unknown])[] {
  return Object.entries(properties).flatMap(([name, setting]) => {
    const path = `${parent}${name}`;
    const members = statedDefaults(setting.properties ?? {}, `${path}.`);
    const isStated = "default" in setting && !isDeepStrictEqual(setting.default, {});
    return isStated ? [[path, setting.default] as const, ...members] : members;
  });
}

function membersOf(name: string, members: object): readonly (readonly [string, unknown])[] {
  return Object.entries(members).map(([member, value]) => [`${name}.${member}`, value]);
}

/** The settings that editors have nothing to say about. */
function undescribed(
  { properties = {}, items, anyOf = [] }: JsonSchema,
  path: string,
): readonly string[] {
  const inside = Object.entries(properties).flatMap(([name, value]) => [
    ...(value.description === undefined ? [`${path}${name}`] : []),
    ...undescribed(value, `${path}${name}.`),
  ]);
  const forms = [...anyOf, ...(items === undefined ? [] : [items])];
  return [...inside, ...forms.flatMap((form) => undescribed(form, path))];
}
