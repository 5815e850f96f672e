/** Something that `guardsmith generate` is given, and what it says about it. */
export interface Case {
  /** What is given, as the end of a sentence. */
  readonly what: string;
  /** The files that are written over those of a good project. */
  readonly files: Readonly<Record<string, string>>;
  /** The arguments after `generate`. Default: none. */
  readonly args?: readonly string[];
  readonly code: string;
  /** The code where the document is in memory, and relative references lead nowhere. */
  readonly codeInMemory?: string;
  /** The place, as `file:line:column`; where only a file is concerned, its name. */
  readonly at: string;
  /** A part of the message. */
  readonly says: string;
}

/** The document of the good project. */
export const goodSpec = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths: {}
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: { type: string }
`;

/** The config of the good project. */
export const goodConfig = `{
  "spec": "openapi.yaml",
  "out": "generated"
}
`;

/** A document of version 3.1 whose component schemas begin in line 6. */
function spec(...schemas: readonly string[]): Readonly<Record<string, string>> {
  const lines = schemas.map((line) => `    ${line}\n`);
  return {
    "openapi.yaml": `openapi: 3.1.0
info: { title: Bad, version: 1.0.0 }
paths: {}
components:
  schemas:
${lines.join("")}`,
  };
}

function config(...lines: readonly string[]): Readonly<Record<string, string>> {
  return { "guardsmith.config.json": `${lines.join("\n")}\n` };
}

/** A document, as it is. */
function text(whole: string): Readonly<Record<string, string>> {
  return { "openapi.yaml": whole };
}

export const unreadable: readonly Case[] = [
  {
    what: "a file that is not there",
    files: {},
    args: ["nowhere.yaml"],
    code: "file-not-found",
    at: "nowhere.yaml",
    says: "there is no file",
  },
  {
    what: "a directory",
    files: { "api/openapi.yaml": goodSpec },
    args: ["api"],
    code: "file-unreadable",
    at: "api",
    says: "is a directory",
  },
  {
    what: "an empty file",
    files: text(""),
    code: "empty-file",
    at: "openapi.yaml",
    says: "is empty",
  },
  {
    what: "a file of blanks",
    files: text(" \n\t\n \n"),
    code: "empty-file",
    at: "openapi.yaml",
    says: "is empty",
  },
  {
    what: "a file in Latin-1",
    files: {},
    args: ["latin1.yaml"],
    code: "not-utf8",
    at: "latin1.yaml",
    says: "is not encoded in UTF-8",
  },
];

export const malformed: readonly Case[] = [
  {
    what: "YAML with a bracket that is not closed",
    files: text("openapi: 3.1.0\ninfo: [unclosed\npaths: {}\n"),
    code: "yaml-syntax",
    at: "openapi.yaml:3:1",
    says: "flow sequence",
  },
  {
    what: "YAML with a tab in the indentation",
    files: text("openapi: 3.1.0\ninfo:\n\ttitle: x\n"),
    code: "yaml-syntax",
    at: "openapi.yaml:3:1",
    says: "tab",
  },
  {
    what: "a key that is there twice",
    files: spec("A: { type: string }", "A: { type: number }"),
    code: "duplicate-key",
    at: "openapi.yaml:7:5",
    says: '"A"',
  },
  {
    what: "JSON without a colon",
    files: { "openapi.json": '{\n  "openapi" "3.1.0"\n}\n' },
    args: ["openapi.json"],
    code: "json-syntax",
    at: "openapi.json:2:13",
    says: "colon",
  },
  {
    what: "JSON with a trailing comma",
    files: { "openapi.json": '{\n  "openapi": "3.1.0",\n}\n' },
    args: ["openapi.json"],
    code: "json-syntax",
    at: "openapi.json:2:21",
    says: "trailing comma",
  },
  {
    what: "JSON with a comment",
    files: { "openapi.json": '{\n  // nothing\n  "openapi": "3.1.0"\n}\n' },
    args: ["openapi.json"],
    code: "json-syntax",
    at: "openapi.json:2:3",
    says: "no comments",
  },
];

export const notADescription: readonly Case[] = [
  {
    what: "a document of another kind",
    files: text("name: something\nversion: 1\n"),
    code: "not-openapi",
    at: "openapi.yaml:1:1",
    says: 'no "openapi" member',
  },
  {
    what: "a list",
    files: text("- openapi: 3.1.0\n"),
    code: "not-openapi",
    at: "openapi.yaml:1:1",
    says: "not an object",
  },
  {
    what: "Swagger 2.0",
    files: text('swagger: "2.0"\ninfo: { title: Old, version: "1" }\npaths: {}\n'),
    code: "swagger-2",
    at: "openapi.yaml:1:1",
    says: "Swagger 2.0",
  },
  {
    what: "an unknown version",
    files: text('info: { title: New, version: "1" }\nopenapi: 4.0.0\n'),
    code: "unsupported-version",
    at: "openapi.yaml:2:10",
    says: '"4.0.0"',
  },
  {
    what: "no schemas, neither as components nor in operations",
    files: text("openapi: 3.1.0\ninfo: { title: x, version: '1' }\ncomponents:\n  responses: {}\n"),
    code: "no-schemas",
    at: "openapi.yaml:4:3",
    says: "the document has no schemas",
  },
];

export const references: readonly Case[] = [
  {
    what: "a reference to nothing in the document",
    files: spec("A:", '  $ref: "#/components/schemas/Nothing"'),
    code: "unresolvable-reference",
    at: "openapi.yaml:7:13",
    says: "#/components/schemas/Nothing",
  },
  {
    what: "a reference into a file that is not there",
    files: spec("A:", "  properties:", '    b: { $ref: "other.yaml#/B" }'),
    code: "file-not-found",
    codeInMemory: "no-base-uri",
    at: "openapi.yaml:8:20",
    says: "other.yaml",
  },
  {
    what: "a reference that is not a URI",
    files: spec('A: { $ref: "#/%zz" }'),
    code: "unresolvable-reference",
    at: "openapi.yaml:6:16",
    says: "#/%zz",
  },
  {
    what: "a reference to nothing in an operation",
    files: text(`openapi: 3.1.0
info: { title: Bad, version: 1.0.0 }
paths:
  /pets:
    get:
      responses:
        "200": { $ref: "#/components/responses/Nothing" }
components:
  schemas:
    A: { type: string }
`),
    code: "unresolvable-reference",
    at: "openapi.yaml:7:24",
    says: "#/components/responses/Nothing",
  },
  {
    what: "an operation in a file that is not there",
    files: text(`openapi: 3.1.0
info: { title: Bad, version: 1.0.0 }
paths:
  /pets: { $ref: "paths/pets.yaml" }
components:
  schemas:
    A: { type: string }
`),
    code: "file-not-found",
    codeInMemory: "no-base-uri",
    at: "openapi.yaml:4:18",
    says: "paths/pets.yaml",
  },
  {
    what: "a schema that refers to itself",
    files: spec("A:", '  $ref: "#/components/schemas/A"'),
    code: "endless-reference",
    at: "openapi.yaml:7:13",
    says: "leads back to itself",
  },
  {
    what: "two schemas that refer to each other",
    files: spec('A: { $ref: "#/components/schemas/B" }', 'B: { $ref: "#/components/schemas/A" }'),
    code: "endless-reference",
    at: "openapi.yaml:6:16",
    says: "leads back to itself without descending into the value: A → $ref → B → $ref → A",
  },
  {
    what: "schemas that refer to each other through allOf and anyOf",
    files: spec(
      "A:",
      "  allOf:",
      '    - $ref: "#/components/schemas/B"',
      "B:",
      "  anyOf:",
      "    - type: string",
      '    - $ref: "#/components/schemas/A"',
    ),
    code: "endless-reference",
    at: "openapi.yaml:8:17",
    says: "A → allOf/0 → B → anyOf/1 → A",
  },
  {
    what: "bases that list each other, and describe something",
    files: spec(
      "A: { type: object, oneOf: [{ $ref: '#/components/schemas/B' }] }",
      "B: { properties: { b: { type: string } }, anyOf: [{ $ref: '#/components/schemas/A' }] }",
    ),
    code: "endless-reference",
    at: "openapi.yaml:6:40",
    says: "A → oneOf/0 → B → anyOf/0 → A",
  },
  {
    what: "a base that lists itself beside what extends it",
    files: spec(
      "A: { type: object, oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }",
      "B: { allOf: [{ $ref: '#/components/schemas/A' }, { required: [b] }] }",
    ),
    code: "endless-reference",
    at: "openapi.yaml:6:40",
    says: "A → oneOf/0 → A",
  },
  {
    what: "a schema that extends itself by way of another",
    files: spec(
      "A: { allOf: [{ $ref: '#/components/schemas/B' }, { required: [a] }] }",
      "B: { $ref: '#/components/schemas/A' }",
    ),
    code: "endless-reference",
    at: "openapi.yaml:6:26",
    says: "A → allOf/0 → B → $ref → A",
  },
  {
    what: "a child that is what its base is not",
    files: spec(
      "A: { type: object, oneOf: [{ $ref: '#/components/schemas/B' }] }",
      "B: { required: [b], not: { $ref: '#/components/schemas/A' } }",
    ),
    code: "endless-reference",
    at: "openapi.yaml:6:40",
    says: "A → oneOf/0 → B → not → A",
  },
  {
    what: "a schema that excludes itself",
    files: spec("A:", "  not:", '    $ref: "#/components/schemas/A"'),
    code: "endless-reference",
    at: "openapi.yaml:8:15",
    says: "A → not → A",
  },
];

export const keywords: readonly Case[] = [
  {
    what: "a type that does not exist",
    files: spec("A: { type: strin }"),
    code: "malformed-keyword",
    at: "openapi.yaml:6:16",
    says: "`type` takes one of",
  },
  {
    what: "a bound that is a text",
    files: spec("A:", "  type: number", "  minimum: five"),
    code: "malformed-keyword",
    at: "openapi.yaml:8:16",
    says: "`minimum` takes a number",
  },
  {
    what: "the name of a required property that there is not",
    files: spec("A:", "  properties:", "    b: { type: string, required: c }"),
    code: "malformed-keyword",
    at: "openapi.yaml:8:38",
    says: "`required` takes an array of strings",
  },
  {
    what: "a schema that is a text",
    files: spec("A:", "  properties:", "    b: string"),
    code: "not-a-schema",
    at: "openapi.yaml:8:12",
    says: "a schema is an object, or true or false",
  },
  {
    what: "a regular expression that is none",
    files: spec("A:", "  type: string", '  pattern: "(["'),
    code: "invalid-pattern",
    at: "openapi.yaml:8:16",
    says: '"(["',
  },
  {
    what: "a name pattern that is not a regular expression",
    files: spec("A:", "  patternProperties:", '    "*": { type: string }'),
    code: "invalid-pattern",
    at: "openapi.yaml:8:9",
    says: '"*"',
  },
];

export const settings: readonly Case[] = [
  {
    what: "an unknown setting",
    files: config("{", '  "spec": "openapi.yaml",', '  "output": ["models"]', "}"),
    code: "unknown-config-key",
    at: "guardsmith.config.json:3:3",
    says: "`output` is not a setting",
  },
  {
    what: "an unknown setting of the package",
    files: config("{", '  "spec": "openapi.yaml",', '  "package": { "nmae": "x" }', "}"),
    code: "unknown-config-key",
    at: "guardsmith.config.json:3:16",
    says: "`package.nmae` is not a setting",
  },
  {
    what: "an unknown output",
    files: config("{", '  "spec": "openapi.yaml",', '  "outputs": ["model"]', "}"),
    code: "invalid-config",
    at: "guardsmith.config.json:3:15",
    says: "must be one of",
  },
  {
    what: "the name of a package that npm would not take",
    files: config("{", '  "spec": "openapi.yaml",', '  "package": { "name": "My Types" }', "}"),
    code: "invalid-config",
    at: "guardsmith.config.json:3:24",
    says: "`package.name` must be a package name",
  },
  {
    what: "a name for a model that is not an identifier",
    files: config(
      "{",
      '  "spec": "openapi.yaml",',
      '  "names": { "#/components/schemas/Pet": "my pet" }',
      "}",
    ),
    code: "invalid-config",
    at: "guardsmith.config.json:3:42",
    says: "must be a TypeScript identifier",
  },
  {
    what: "a name for what is not a JSON pointer",
    files: config("{", '  "spec": "openapi.yaml",', '  "names": { "Pet": "MyPet" }', "}"),
    code: "invalid-config",
    at: "guardsmith.config.json:3:14",
    says: "must be a JSON pointer",
  },
  {
    what: "a config that is not JSON",
    files: config("{", "  spec: openapi.yaml", "}"),
    code: "json-syntax",
    at: "guardsmith.config.json:2:3",
    says: "double quotes",
  },
  {
    what: "a root in the config that does not exist",
    files: config("{", '  "spec": "openapi.yaml",', '  "roots": ["Cat"]', "}"),
    code: "unknown-root",
    at: "",
    says: '"Cat"',
  },
  {
    what: "a root on the command line that does not exist",
    files: {},
    args: ["--root", "Cat"],
    code: "unknown-root",
    at: "",
    says: '"Cat"',
  },
];

/** What is only warned of: the package is generated anyway. */
export const warnings: readonly Case[] = [
  {
    what: "a required property that no schema describes",
    files: spec("A:", "  type: object", "  required: [nmae]", "  properties: { name: true }"),
    code: "unknown-required-property",
    at: "openapi.yaml:8:18",
    says: "nmae",
  },
  {
    what: "bounds that contradict each other",
    files: spec("A:", "  type: number", "  minimum: 5", "  maximum: 1"),
    code: "nothing-valid",
    at: "openapi.yaml:8:7",
    says: "`minimum: 5` and `maximum: 1`",
  },
  {
    what: "an option of oneOf that another one contains",
    files: spec("A:", "  oneOf:", "    - type: integer", "    - type: number"),
    code: "option-never-matches",
    at: "openapi.yaml:8:11",
    says: "every value of option 1 of `oneOf` also matches option 2",
  },
  {
    what: "a keyword that does not exist",
    files: spec("A:", "  type: string", "  maxlength: 5"),
    code: "unknown-keyword",
    at: "openapi.yaml:8:7",
    says: "`maxlength` is not a keyword",
  },
  {
    what: "an enum with a value of another type",
    files: spec("A:", "  type: string", "  enum: [a, 1]"),
    code: "value-of-wrong-type",
    at: "openapi.yaml:8:17",
    says: "which `type: string` excludes",
  },
  {
    what: "`required` as in version 3 of JSON Schema",
    files: spec("A:", "  properties:", "    b: { type: string, required: true }"),
    code: "coerced-keyword",
    at: "openapi.yaml:8:38",
    says: "`required` takes an array of the names of properties",
  },
  {
    what: "examples by name",
    files: spec("A:", "  type: string", "  examples: { one: { value: x } }"),
    code: "malformed-annotation",
    at: "openapi.yaml:8:17",
    says: "`examples` takes a list",
  },
  {
    what: "a quoted text whose lines are not indented",
    files: text(`openapi: 3.1.0
info:
  title: "Two
lines"
  version: "1"
components: { schemas: { A: { type: string } } }
`),
    code: "yaml-outdented",
    at: "openapi.yaml:4:1",
    says: "the lines of a quoted text have to be indented",
  },
  {
    what: "a reference in place of properties",
    files: spec(
      "A:",
      "  properties: { $ref: '#/components/schemas/B/properties' }",
      "B: { properties: { c: true } }",
    ),
    code: "misplaced-reference",
    at: "openapi.yaml:7:27",
    says: "`properties` cannot be a reference",
  },
  {
    what: "a reference through another one",
    files: spec(
      "A: { $ref: '#/components/schemas/B' }",
      "B: { type: object, properties: { c: { type: object } } }",
      "C: { type: array, items: { $ref: '#/components/schemas/A/properties/c' } }",
    ),
    code: "indirect-reference",
    at: "openapi.yaml:8:30",
    says: "passes through another reference",
  },
  {
    what: "a union without options",
    files: spec("A:", "  oneOf: []"),
    code: "empty-schema-list",
    at: "openapi.yaml:7:14",
    says: "`oneOf` must not be empty: nothing is valid",
  },
  {
    what: "an enum without a value",
    files: spec("A:", "  type: string", "  enum: []"),
    code: "nothing-valid",
    at: "openapi.yaml:8:7",
    says: "`enum` lists no value",
  },
  {
    what: "two components whose names become one",
    files: spec("foo-bar: { type: string }", "foo.bar: { type: number }"),
    code: "renamed-model",
    at: "openapi.yaml:7:5",
    says: "FooBar2",
  },
  {
    what: "a component with the name of a type that TypeScript has",
    files: spec("string: { type: string }"),
    code: "renamed-model",
    at: "openapi.yaml:6:5",
    says: "StringModel",
  },
  {
    what: "a recursive reference of an older draft",
    files: spec("A:", "  properties:", '    a: { $recursiveRef: "#" }'),
    code: "old-recursiveRef",
    at: "openapi.yaml:8:14",
    says: "$recursiveRef",
  },
  {
    what: "a form of OpenAPI 3.0 in a document of version 3.1",
    files: spec("A:", "  type: string", "  nullable: true"),
    code: "old-nullable",
    at: "openapi.yaml:8:7",
    says: "nullable",
  },
  {
    what: "a regular expression that is not one of Unicode",
    files: spec("A:", "  type: string", "  pattern: '^\\_$'"),
    code: "pattern-not-unicode",
    at: "openapi.yaml:8:16",
    says: "is not valid with Unicode matching",
  },
  {
    what: "a regular expression of another dialect",
    files: spec("A:", "  type: string", "  pattern: '^[a-z]+\\Z'"),
    code: "pattern-of-other-dialect",
    at: "openapi.yaml:8:16",
    says: "is not checked: ECMA-262 has no `\\Z`",
  },
  {
    what: "a name pattern of another dialect",
    files: spec("A:", "  patternProperties:", "    '^a': {}", "    '^[[:alpha:]]+$': {}"),
    code: "pattern-of-other-dialect",
    at: "openapi.yaml:9:9",
    says: "is not checked: ECMA-262 has no `[:alpha:]`",
  },
  {
    what: "a name in the config for what is not a model",
    files: config(
      "{",
      '  "spec": "openapi.yaml",',
      '  "names": { "#/components/schemas/Cat": "Cat" }',
      "}",
    ),
    code: "unused-name",
    at: "guardsmith.config.json:3:14",
    says: "but there is no model at that place",
  },
  {
    what: "a version that is a number",
    files: text(
      "openapi: 3.1\ninfo: { title: x, version: '1' }\ncomponents: { schemas: { A: {} } }\n",
    ),
    code: "malformed-version",
    at: "openapi.yaml:1:10",
    says: "string of three numbers",
  },
];
