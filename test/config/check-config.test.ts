import { describe, expect, it } from "vitest";
import { checkConfig } from "../../generator/config/check-config.js";
import { InputError } from "../../generator/core/failure.js";

/** The code, the message and the help of every problem of a config. */
function problemsOf(config: unknown): readonly (readonly (string | undefined)[])[] {
  try {
    checkConfig(config);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.diagnostics.map(({ code, message, help }) => [code, message, help]);
  }
}

describe("a config", () => {
  it("is accepted with every setting, and returned as it is", () => {
    const config = {
      spec: "openapi.yaml",
      overlays: ["a.overlay.yaml", "https://example.com/b.overlay.json"],
      out: "generated",
      roots: ["Batch"],
      names: {
        "#/components/schemas/Batch/properties/errors": "Errors",
        "../shared/pets.yaml#/Pet": "Pet",
        "schemas/owner.yaml#": "Owner",
      },
      outputs: ["models", "guards", "json-schema", "openapi", "package"],
      target: "js",
      importExtension: "none",
      header: "Generated.\nDo not edit.",
      package: {
        name: "@scope/api-types",
        version: "1.2.3-beta.1+5",
        description: "",
        license: "MIT",
        licenseFile: "LICENSE",
        repository: { type: "git", url: "https://example.com/a.git", directory: "types" },
      },
      references: { root: "..", origins: ["https://example.com", "http://127.0.0.1:8080"] },
      formats: "assert",
      format: "none",
      policies: {
        optional: "nullable",
        enums: "open",
        additionalProperties: "forbid",
        constraints: "types",
        untypedProperties: "object",
        polymorphism: "union",
        request: { optional: "exact" },
        response: { additionalProperties: "allow", constraints: "all" },
        models: {
          Batch: { enums: "closed", response: { additionalProperties: "asWritten" } },
          "#/components/schemas/Batch/properties/errors": {},
        },
      },
      strict: true,
      maxWarnings: 0,
      ignore: [
        { code: "untyped-properties", at: "#/components/schemas/Batch", reason: "any JSON" },
        { code: "unknown-keyword", at: "../shared/pets.yaml#/Pet", reason: "our gateway reads it" },
        { code: "malformed-version", at: "#", reason: "a tool of ours needs a number" },
      ],
    };
    expect(checkConfig(config)).toEqual(config);
  });

  it.each([
    [{}],
    [null],
    [undefined],
    [{ spec: undefined, package: {}, references: {} }],
    [{ outputs: ["models"] }],
    [{ outputs: ["openapi", "guards", "models"] }],
    [{ references: { origins: [] } }],
    [{ formats: "annotate" }],
    [{ formats: {} }],
    [{ formats: { "*": "assert", date: "annotate", "x-iban": "^[A-Z]{2}" } }],
    [{ policies: { models: { constructor: { enums: "open" }, prototype: {} } } }],
    [{ package: { repository: "github:owner/name" } }],
    [{ package: { repository: { type: "git", url: "https://example.com/a.git" } } }],
    [{ overlays: [] }],
    [{ header: false }],
    [{ header: "" }],
    [{ strict: false }],
  ])("is accepted with any setting left out: %j", (config) => {
    expect(problemsOf(config)).toEqual([]);
  });

  it.each<[given: unknown, message: string]>([
    [[], "the config must be an object"],
    ["openapi.yaml", "the config must be an object"],
    [{ spec: 5 }, "`spec` must be a string"],
    [{ overlays: "a.yaml" }, "`overlays` must be a list of files"],
    [{ overlays: ["a.yaml", 5] }, "`overlays[1]` must be a string"],
    [{ overlays: [""] }, "`overlays[0]` must not be empty"],
    [{ out: "" }, "`out` must not be empty"],
    [{ roots: "Batch" }, "`roots` must be a list of names of component schemas"],
    [{ roots: [] }, "`roots` must name at least one component schema"],
    [{ roots: ["Batch", 1] }, "`roots[1]` must be a string"],
    [{ names: ["A"] }, "`names` must be an object"],
    [
      { names: { "a.yaml": "A" } },
      '`names["a.yaml"]` must be a JSON pointer that starts with `#/`, after the path of another file, if it is in one',
    ],
    [{ names: { "#/a/b": 1 } }, '`names["#/a/b"]` must be a string'],
    [{ names: { "#/a/b": "a-b" } }, '`names["#/a/b"]` must be a TypeScript identifier'],
    [
      { names: { Batch: "A" } },
      "`names.Batch` must be a JSON pointer that starts with `#/`, after the path of another file, if it is in one",
    ],
    [
      { outputs: ["models", "gards"] },
      "`outputs[1]` must be one of `models`, `guards`, `json-schema`, `openapi`, `operations`, `arbitraries`, `fixtures`, `package`, or a function",
    ],
    [
      { outputs: [] },
      "`outputs` must name at least one of `models`, `guards`, `json-schema`, `openapi`, `operations`, `arbitraries`, `fixtures`, `package`",
    ],
    [
      { outputs: ["guards", "package"] },
      "`outputs` must name `models` if it names `guards`, because guards import them",
    ],
    [
      { outputs: ["models", "arbitraries"] },
      "`outputs` must name `guards` if it names `arbitraries`, because arbitraries import them",
    ],
    [
      { outputs: ["fixtures"] },
      "`outputs` must name `models` if it names `fixtures`, because fixtures import them",
    ],
    [{ package: [] }, "`package` must be an object"],
    [{ package: { name: "My Package" } }, "`package.name` must be a package name"],
    [{ package: { name: "../x" } }, "`package.name` must be a package name"],
    [{ package: { version: "one" } }, "`package.version` must be a version such as `1.0.0`"],
    [{ package: { license: false } }, "`package.license` must be a string"],
    [{ package: { licenseFile: "" } }, "`package.licenseFile` must not be empty"],
    [{ package: { licenseFile: 1 } }, "`package.licenseFile` must be a string"],
    [{ package: { repository: "" } }, "`package.repository` must not be empty"],
    [{ package: { repository: 1 } }, "`package.repository` must be a string"],
    [{ package: { repository: null } }, "`package.repository` must be a string"],
    [{ package: { repository: { type: "git" } } }, "`package.repository.url` must be given"],
    [{ package: { repository: [] } }, "`package.repository` must be a string"],
    [
      { package: { repository: { type: "git", url: false } } },
      "`package.repository.url` must be a string",
    ],
    [
      { package: { repository: { type: "git", url: "a", directory: "" } } },
      "`package.repository.directory` must not be empty",
    ],
    [{ references: ".." }, "`references` must be an object"],
    [{ references: { root: "" } }, "`references.root` must not be empty"],
    [
      { references: { origins: "https://example.com" } },
      "`references.origins` must be a list of origins",
    ],
    [
      { formats: "validate" },
      "`formats` must be one of `annotate`, `assert`, or an object with formats by name",
    ],
    [
      { formats: [] },
      "`formats` must be one of `annotate`, `assert`, or an object with formats by name",
    ],
    [
      { formats: { uuid: true } },
      "`formats.uuid` must be one of `annotate`, `assert`, or a regular expression",
    ],
    [
      { formats: { uuid: "asert" } },
      "`formats.uuid` must be one of `annotate`, `assert`, or a regular expression with more than letters, which `asert` is not",
    ],
    [
      { formats: { date: "" } },
      "`formats.date` must be one of `annotate`, `assert`, or a regular expression with more than letters, which `` is not",
    ],
    [
      { formats: Object.fromEntries([["__proto__", "ASSERT"]]) },
      "`formats.__proto__` must be one of `annotate`, `assert`, or a regular expression with more than letters, which `ASSERT` is not",
    ],
    [
      { formats: { constructor: "(" } },
      "`formats.constructor` must be one of `annotate`, `assert`, or a regular expression of ECMA-262, which `(` is not: Unterminated group",
    ],
    [
      { policies: { models: { prototype: { enums: "closd" } } } },
      "`policies.models.prototype.enums` must be one of `closed`, `open`",
    ],
    [{ formats: { "*": "^a$" } }, '`formats["*"]` must be one of `annotate`, `assert`'],
    [
      { formats: { "x-iban": "^[A-Z" } },
      '`formats["x-iban"]` must be one of `annotate`, `assert`, or a regular expression of ECMA-262, which `^[A-Z` is not: Unterminated character class',
    ],
    [
      { formats: { "x-iban": "^[A-Z]\\Z" } },
      '`formats["x-iban"]` must be one of `annotate`, `assert`, or a regular expression of ECMA-262, which `^[A-Z]\\Z` is not: it has no `\\Z`; write `$`',
    ],
    [{ target: "mjs" }, "`target` must be one of `ts`, `js`"],
    [{ importExtension: ".js" }, "`importExtension` must be one of `js`, `ts`, `none`"],
    [{ header: true }, "`header` must be the text of a comment, or `false`"],
    [
      { formats: true },
      "`formats` must be one of `annotate`, `assert`, or an object with formats by name",
    ],
    [{ format: false }, "`format` must be one of `auto`, `none`"],
    [{ policies: "open" }, "`policies` must be an object"],
    [{ policies: { enums: true } }, "`policies.enums` must be one of `closed`, `open`"],
    [
      { policies: { response: { optional: "null" } } },
      "`policies.response.optional` must be one of `exact`, `nullable`",
    ],
    [
      { policies: { models: { Batch: { additionalProperties: false } } } },
      "`policies.models.Batch.additionalProperties` must be one of `asWritten`, `allow`, `forbid`",
    ],
    [
      { policies: { models: { Batch: { request: { constraints: "none" } } } } },
      "`policies.models.Batch.request.constraints` must be one of `all`, `types`",
    ],
    [{ policies: { models: { Batch: "open" } } }, "`policies.models.Batch` must be an object"],
    [{ strict: "yes" }, "`strict` must be `true` or `false`"],
    [{ maxWarnings: "5" }, "`maxWarnings` must be a whole number"],
    [{ maxWarnings: 0.5 }, "`maxWarnings` must be a whole number"],
    [{ maxWarnings: -1 }, "`maxWarnings` must not be negative"],
    [{ ignore: { a: "b" } }, "`ignore` must be a list of warnings to ignore"],
    [{ ignore: ["untyped-properties"] }, "`ignore[0]` must be an object"],
    [{ ignore: [{ code: "a", at: "#" }] }, "`ignore[0].reason` must be given"],
    [{ ignore: [{ code: "a", at: "#", reason: " " }] }, "`ignore[0].reason` must not be empty"],
    [{ ignore: [{ code: "", at: "#", reason: "b" }] }, "`ignore[0].code` must not be empty"],
    [
      { ignore: [{ code: "a", at: "Pet", reason: "b" }] },
      "`ignore[0].at` must be `#`, or a JSON pointer that starts with `#/`, after the path of another file, if it is in one",
    ],
  ])("is refused when a setting is wrong: %j", (given, message) => {
    expect(problemsOf(given)).toEqual([
      ["invalid-config", message, expect.stringContaining("correct the value, as in ")],
    ]);
  });

  it("is refused with an example of the setting that is wrong", () => {
    const given = { package: { version: "one", repository: { type: "git" } } };
    expect(problemsOf(given).map(([, , help]) => help)).toEqual([
      'correct the value, as in "version": "1.0.0"',
      expect.stringContaining('"repository": { "type": "git", "url": '),
    ]);
  });

  it.each([
    "example.com",
    "https://example.com/",
    "https://example.com/schemas",
    "https://example.com?a",
    "https://user@example.com",
    "https://EXAMPLE.com",
    "https://example.com:443",
    "ftp://example.com",
    "file:///",
    "https://",
    "null",
    "*",
  ])("is refused when what should be an origin is %s", (given) => {
    const problems = problemsOf({ references: { origins: ["https://example.com", given] } });
    const message =
      "`references.origins[1]` must be an origin such as `https://schemas.example.com`";
    expect(problems).toEqual([
      ["invalid-config", message, expect.stringContaining("correct the value, as in ")],
    ]);
  });

  it.each<[given: unknown, message: string, help: unknown]>([
    [{ root: ["Batch"] }, "`root` is not a setting", "did you mean `roots`?"],
    [{ Spec: "a" }, "`Spec` is not a setting", "did you mean `spec`?"],
    [{ overlay: ["a"] }, "`overlay` is not a setting", "did you mean `overlays`?"],
    [{ package: { nmae: "a" } }, "`package.nmae` is not a setting", "did you mean `name`?"],
    [
      { "x-y": 1 },
      '`["x-y"]` is not a setting',
      "the settings are `$schema`, `spec`, `overlays`, `out`, `roots`, `include`, `exclude`, `names`, `name`, `outputs`, `target`, `importExtension`, `header`, `operations`, `package`, `references`, `formats`, `format`, `policies`, `strict`, `maxWarnings`, `ignore`, `jobs`",
    ],
    [
      { package: { constructor: "a" } },
      "`package.constructor` is not a setting",
      expect.stringContaining("the settings are `name`, "),
    ],
    [
      { policies: { models: { constructor: { prototype: 1 } } } },
      "`policies.models.constructor.prototype` is not a setting",
      expect.stringContaining("the settings are `optional`, "),
    ],
    [
      Object.fromEntries([["__proto__", {}]]),
      "`__proto__` is not a setting",
      expect.stringContaining("the settings are `$schema`, "),
    ],
    [{ policies: { enum: "open" } }, "`policies.enum` is not a setting", "did you mean `enums`?"],
    [
      { policies: { request: { models: {} } } },
      "`policies.request.models` is not a setting",
      "the settings are `optional`, `enums`, `additionalProperties`, `constraints`, `untypedProperties`",
    ],
    [
      { policies: { models: { Batch: { respons: {} } } } },
      "`policies.models.Batch.respons` is not a setting",
      "did you mean `response`?",
    ],
    [
      { policies: { models: { Batch: { response: { request: {} } } } } },
      "`policies.models.Batch.response.request` is not a setting",
      "the settings are `optional`, `enums`, `additionalProperties`, `constraints`, `untypedProperties`",
    ],
    [
      { package: { keywords: [] } },
      "`package.keywords` is not a setting",
      "the settings are `name`, `version`, `description`, `license`, `licenseFile`, `repository`",
    ],
    [
      { package: { repository: { type: "git", uri: "a", url: "a" } } },
      "`package.repository.uri` is not a setting",
      "did you mean `url`?",
    ],
    [
      { package: { repository: { type: "git", url: "a", branch: "main" } } },
      "`package.repository.branch` is not a setting",
      "the settings are `type`, `url`, `directory`",
    ],
    [
      { ignore: [{ code: "a", at: "#", reason: "b", reasons: "c" }] },
      "`ignore[0].reasons` is not a setting",
      "did you mean `reason`?",
    ],
    [
      { references: { origin: "https://example.com" } },
      "`references.origin` is not a setting",
      "did you mean `origins`?",
    ],
    [
      { references: { allow: [] } },
      "`references.allow` is not a setting",
      "the settings are `root`, `origins`",
    ],
  ])("is refused when a setting is unknown: %j", (given, message, help) => {
    expect(problemsOf(given)).toEqual([["unknown-config-key", message, help]]);
  });

  it("is refused for all that is wrong at once", () => {
    const config = {
      spec: 1,
      out: 2,
      rots: [],
      package: { version: "x", typo: 1 },
      other: 1,
    };
    expect(problemsOf(config).map(([, message]) => message)).toEqual([
      "`spec` must be a string",
      "`out` must be a string",
      "`package.version` must be a version such as `1.0.0`",
      "`package.typo` is not a setting",
      "`rots` is not a setting",
      "`other` is not a setting",
    ]);
  });
});
