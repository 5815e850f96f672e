import type { SourceText } from "../core/source-text.js";
import * as v from "valibot";
import { inputError } from "../core/failure.js";
import { policyChoices } from "./policies.js";
import { FormatsSchema } from "./check-formats.js";
import { choice, jsonSchema, listed, objectOr } from "./choice.js";
import { describeIssue } from "./describe-issue.js";
import { headerNameProblem, headerValueProblem } from "./headers.js";
import { markKeys, unmarkKeys } from "./every-key.js";
import { isObject } from "./plain-object.js";
import { formatChoices, importExtensions, outputs, targets } from "./config.js";
import type { NameHook, OutputHook } from "./hooks.js";
import type { JobConfig, UserConfig } from "./user-config.js";

// Each message completes a sentence that begins with the name of the setting.

const object = v.custom<object>(isObject, "must be an object");

const text = v.pipe(v.string("must be a string"), v.nonEmpty("must not be empty"));

// https://docs.npmjs.com/cli/configuring-npm/package-json#repository
const repositorySettings = {
  type: text,
  url: text,
  directory: v.optional(text),
};

const RepositorySchema = v.pipe(
  object,
  v.objectWithRest(repositorySettings, v.never(), "must be given"),
);

const packageSettings = {
  // https://docs.npmjs.com/cli/configuring-npm/package-json#name
  name: v.optional(
    v.pipe(
      text,
      v.regex(/^(?:@[a-z\d~-][a-z\d._~-]*\/)?[a-z\d~-][a-z\d._~-]*$/, "must be a package name"),
      v.maxLength(214, "must not be longer than 214 characters"),
    ),
  ),
  // https://semver.org/#backusnaur-form-grammar-for-valid-semver-versions
  version: v.optional(
    v.pipe(
      text,
      v.regex(/^\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/, "must be a version such as `1.0.0`"),
    ),
  ),
  description: v.optional(v.string("must be a string")),
  license: v.optional(text),
  licenseFile: v.optional(text),
  repository: v.optional(objectOr(RepositorySchema, text)),
};

/** What an origin looks like, without the port that it has by itself. */
const originPattern =
  "^(?!https:.*:443$|http:.*:80$)https?://(?:[a-z\\d](?:[a-z\\d.-]*[a-z\\d])?|\\[[\\da-f:.]+\\])(?::[1-9]\\d{0,4})?$";

const referenceSettings = {
  root: v.optional(text),
  origins: v.optional(
    v.array(
      v.pipe(
        text,
        v.check(isOrigin, "must be an origin such as `https://schemas.example.com`"),
        jsonSchema({ pattern: originPattern }),
      ),
      "must be a list of origins",
    ),
  ),
};

const policySettings = {
  optional: v.optional(choice(policyChoices.optional)),
  enums: v.optional(choice(policyChoices.enums)),
  additionalProperties: v.optional(choice(policyChoices.additionalProperties)),
  constraints: v.optional(choice(policyChoices.constraints)),
  untypedProperties: v.optional(choice(policyChoices.untypedProperties)),
};

const PolicySchema = v.pipe(object, v.objectWithRest(policySettings, v.never()));

const directedSettings = {
  ...policySettings,
  polymorphism: v.optional(choice(policyChoices.polymorphism)),
  request: v.optional(PolicySchema),
  response: v.optional(PolicySchema),
};

const policiesSettings = {
  ...directedSettings,
  models: v.optional(
    v.pipe(
      object,
      v.record(
        v.pipe(v.string(), v.nonEmpty("must be the name of a model, or a JSON pointer")),
        v.pipe(object, v.objectWithRest(directedSettings, v.never())),
      ),
    ),
  ),
};

const ignoreSettings = {
  code: text,
  at: v.pipe(
    text,
    v.regex(
      /^[^#]*#(?:\/|$)/,
      "must be `#`, or a JSON pointer that starts with `#/`, behind the file if that is another one",
    ),
  ),
  reason: v.pipe(text, v.regex(/\S/, "must not be empty")),
};

function filterList(what: string) {
  return v.pipe(v.array(text, `must be a list of ${what}`), v.nonEmpty("must not be empty"));
}

const filterSettings = {
  tags: v.optional(filterList("tags")),
  paths: v.optional(filterList("paths")),
  operations: v.optional(filterList("operations")),
};

const FilterSchema = v.pipe(
  object,
  v.objectWithRest(filterSettings, v.never()),
  v.check(
    (filter) => Object.values(filter).some((texts) => texts !== undefined),
    `must have one of ${listed(Object.keys(filterSettings))}`,
  ),
);

const remoteSettings = {
  url: v.pipe(text, v.check(isRemoteUrl, "must be an `http:` or `https:` URL without a password")),
  headers: v.optional(
    v.pipe(
      object,
      v.record(
        v.pipe(
          v.string(),
          v.check(
            (name) => headerNameProblem(name) === undefined,
            ({ input }) => headerNameProblem(input) ?? "",
          ),
        ),
        v.pipe(
          v.string("must be a string"),
          v.nonEmpty("must not be empty"),
          v.check(
            (value) => headerValueProblem(value) === undefined,
            ({ input }) => headerValueProblem(input) ?? "",
          ),
        ),
      ),
      v.check(
        (headers) =>
          new Set(Object.keys(headers).map((name) => name.toLowerCase())).size ===
          Object.keys(headers).length,
        "must name each header once, in upper or lower case",
      ),
    ),
  ),
};

const RemoteFileSchema = v.pipe(
  object,
  v.objectWithRest(remoteSettings, v.never(), "must be given"),
);

const input = objectOr(RemoteFileSchema, text);

const settings = {
  spec: v.optional(input),
  overlays: v.optional(v.array(input, "must be a list of files")),
  out: v.optional(text),
  roots: v.optional(
    v.pipe(
      v.array(text, "must be a list of names of component schemas"),
      v.nonEmpty("must name at least one component schema"),
    ),
  ),
  include: v.optional(FilterSchema),
  exclude: v.optional(FilterSchema),
  names: v.optional(
    v.pipe(
      object,
      v.record(
        v.pipe(
          v.string(),
          v.regex(
            /^#\/|^[^#]+#(?:\/|$)/,
            "must be a JSON pointer that starts with `#/`, behind the file if that is another one",
          ),
        ),
        v.pipe(
          v.string("must be a string"),
          v.regex(/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u, "must be a TypeScript identifier"),
        ),
      ),
    ),
  ),
  name: v.optional(
    v.custom<NameHook>((value) => typeof value === "function", "must be a function"),
  ),
  outputs: v.optional(
    v.pipe(
      v.array(
        v.union(
          [v.picklist(outputs), v.custom<OutputHook>((value) => typeof value === "function")],
          `must be one of ${listed(outputs)}, or a function`,
        ),
        `must be a list of ${listed(outputs)}`,
      ),
      v.nonEmpty(`must name at least one of ${listed(outputs)}`),
      v.check(
        (names) => names.includes("models") || !names.includes("guards"),
        "must name `models` where it names `guards`, because guards import them",
      ),
      jsonSchema({
        if: { contains: { const: "guards" } },
        then: { contains: { const: "models" } },
      }),
    ),
  ),
  target: v.optional(choice(targets)),
  importExtension: v.optional(choice(importExtensions)),
  header: v.optional(
    v.union([v.string(), v.literal(false)], "must be the text of a comment, or `false`"),
  ),
  package: v.optional(v.pipe(object, v.objectWithRest(packageSettings, v.never()))),
  references: v.optional(v.pipe(object, v.objectWithRest(referenceSettings, v.never()))),
  formats: v.optional(FormatsSchema),
  format: v.optional(choice(formatChoices)),
  policies: v.optional(v.pipe(object, v.objectWithRest(policiesSettings, v.never()))),
  strict: v.optional(v.boolean("must be `true` or `false`")),
  maxWarnings: v.optional(
    v.pipe(
      v.number("must be a whole number"),
      v.integer("must be a whole number"),
      v.minValue(0, "must not be negative"),
    ),
  ),
  ignore: v.optional(
    v.array(
      v.pipe(object, v.objectWithRest(ignoreSettings, v.never(), "must be given")),
      "must be a list of warnings to ignore",
    ),
  ),
};

// Unlike `v.strictObject`, this reports every unknown key, not only the first.
const JobSchema = v.pipe(object, v.objectWithRest(settings, v.never()));

const fileSettings = {
  $schema: v.optional(v.string("must be a string")),
  ...settings,
  jobs: v.optional(
    v.pipe(
      object,
      v.record(
        v.pipe(
          v.string(),
          v.regex(
            /^[A-Za-z\d][\w.-]*$/,
            "must be a name of letters, digits, `-`, `_` and `.` that begins with a letter or a digit",
          ),
          // Such a key is marked, which makes it another name.
          jsonSchema({
            not: { enum: Object.getOwnPropertyNames(Object.prototype).concat("prototype") },
          }),
        ),
        JobSchema,
      ),
      v.minEntries(1, "must have at least one job"),
    ),
  ),
};

/** What a config file may say. */
export const ConfigSchema: v.GenericSchema = v.pipe(
  object,
  v.objectWithRest(fileSettings, v.never()),
);

/**
 * Checks what a config file says.
 *
 * @param value The value of the file; nothing (`null` or `undefined`) is a config without settings.
 * @param source The text of the file, for the places of the diagnostics; none for other sources.
 * @returns The same settings, known to be what they should be.
 * @throws InputError `unknown-config-key` and `invalid-config`, one for every wrong setting.
 */
export function checkConfig(value: unknown, source?: SourceText): UserConfig {
  // The schema says what the type does.
  return checked(ConfigSchema, value, source) as UserConfig;
}

/** Checks settings that are those of one job, as {@link checkConfig} does. */
export function checkSettings(value: unknown): JobConfig {
  // The schema says what the type does.
  return checked(JobSchema, value, undefined) as JobConfig;
}

function checked(schema: v.GenericSchema, value: unknown, source: SourceText | undefined): unknown {
  const result = v.safeParse(schema, markKeys(value ?? {}));
  // Only keys change, back to those that the settings had.
  if (result.success) return unmarkKeys(result.output);
  throw inputError(
    result.issues.map((issue) => describeIssue(issue, schema, { uri: source?.uri, examples })),
    source,
  );
}

/** What to write, by the name of the setting. */
const examples: ReadonlyMap<string, string> = new Map([
  ["spec", '"spec": "openapi.yaml"'],
  ["spec.url", '"spec": { "url": "https://example.com/openapi.yaml" }'],
  ["spec.headers", '"headers": { "Authorization": "Bearer ${API_TOKEN}" }'],
  ["overlays", '"overlays": ["openapi.overlay.yaml"]'],
  ["out", '"out": "generated"'],
  ["roots", '"roots": ["Pet"]'],
  [
    "include",
    '"include": { "tags": ["pets"], "paths": ["/pets/**"], "operations": ["GET /pets"] }',
  ],
  ["exclude", '"exclude": { "tags": ["internal"] }'],
  ["names", '"names": { "#/components/schemas/Pet": "Animal" }'],
  ["name", '`export default { name: (model) => model.name + "Dto" }` in guardsmith.config.js'],
  ["outputs", '"outputs": ["models", "guards"]'],
  ["header", '"header": "Generated. Do not edit."'],
  ["package", '"package": { "name": "@scope/api-types", "version": "1.0.0" }'],
  [
    "package.repository",
    '"repository": { "type": "git", "url": "git+https://example.com/types.git" }',
  ],
  ["references", '"references": { "root": "..", "origins": ["https://schemas.example.com"] }'],
  ["formats", '"formats": { "uuid": "assert", "x-iban": "^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$" }'],
  ["format", '"format": "none"'],
  ["policies", '"policies": { "optional": "nullable", "response": { "enums": "open" } }'],
  ["policies.models", '"models": { "Pet": { "enums": "open" } }'],
  ["strict", '"strict": true'],
  ["maxWarnings", '"maxWarnings": 0'],
  [
    "ignore",
    '"ignore": [{ "code": "untyped-properties", "at": "#/components/schemas/Pet", "reason": "any JSON is meant" }]',
  ],
]);

/** https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

function isRemoteUrl(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}
