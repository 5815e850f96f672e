import { parseUrl } from "../core/uri.js";
import type { SourceText } from "../core/source-text.js";
import * as v from "valibot";
import { inputError } from "../core/failure.js";
import { FormatsSchema } from "./check-formats.js";
import { FileSchema } from "./check-file.js";
import { FilterSchema } from "./check-filter.js";
import { PoliciesSchema } from "./check-policies.js";
import { choice, hook, jsonSchema, listed, object, objectOr, text } from "./schema-parts.js";
import { describeIssue } from "./describe-issue.js";
import { inheritedKeys, markKeys, unmarkKeys } from "./every-key.js";
import { formatChoices, importExtensions, outputs, targets } from "./config.js";
import type { NameHook, OutputHook } from "./hooks.js";
import type { JobConfig, UserConfig } from "./user-config.js";

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

const operationSettings = {
  endMark: v.optional(
    v.union(
      [v.pipe(text, v.regex(/^[^\r\n]+$/, "must be one line")), v.literal(false)],
      "must be a text, or `false`",
    ),
  ),
};

/** Matches an origin without a default port. */
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

const ignoreSettings = {
  code: text,
  at: v.pipe(
    text,
    v.regex(
      /^[^#]*#(?:\/|$)/,
      "must be `#`, or a JSON pointer that starts with `#/`, after the path of another file, if it is in one",
    ),
  ),
  reason: v.pipe(text, v.regex(/\S/, "must not be empty")),
};

const settings = {
  spec: v.optional(FileSchema),
  overlays: v.optional(v.array(FileSchema, "must be a list of files")),
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
            "must be a JSON pointer that starts with `#/`, after the path of another file, if it is in one",
          ),
        ),
        v.pipe(
          v.string("must be a string"),
          v.regex(/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u, "must be a TypeScript identifier"),
        ),
      ),
    ),
  ),
  name: v.optional(hook<NameHook>("must be a function")),
  outputs: v.optional(
    v.pipe(
      v.array(
        v.union(
          [v.picklist(outputs), hook<OutputHook>()],
          `must be one of ${listed(outputs)}, or a function`,
        ),
        `must be a list of ${listed(outputs)}`,
      ),
      v.nonEmpty(`must name at least one of ${listed(outputs)}`),
      v.check(
        (names) => names.includes("models") || !names.includes("guards"),
        "must name `models` if it names `guards`, because guards import them",
      ),
      v.check(
        (names) => names.includes("guards") || !names.includes("arbitraries"),
        "must name `guards` if it names `arbitraries`, because arbitraries import them",
      ),
      v.check(
        (names) => names.includes("guards") || !names.includes("operations"),
        "must name `guards` if it names `operations`, because operations import them",
      ),
      v.check(
        (names) => names.includes("models") || !names.includes("fixtures"),
        "must name `models` if it names `fixtures`, because fixtures import them",
      ),
      jsonSchema({
        allOf: [
          ["guards", "models"],
          ["arbitraries", "guards"],
          ["operations", "guards"],
          ["fixtures", "models"],
        ].map(([output, needed]) => ({
          if: { contains: { const: output } },
          then: { contains: { const: needed } },
        })),
      }),
    ),
  ),
  target: v.optional(choice(targets)),
  importExtension: v.optional(choice(importExtensions)),
  header: v.optional(
    v.union([v.string(), v.literal(false)], "must be the text of a comment, or `false`"),
  ),
  operations: v.optional(v.pipe(object, v.objectWithRest(operationSettings, v.never()))),
  package: v.optional(v.pipe(object, v.objectWithRest(packageSettings, v.never()))),
  references: v.optional(v.pipe(object, v.objectWithRest(referenceSettings, v.never()))),
  formats: v.optional(FormatsSchema),
  format: v.optional(choice(formatChoices)),
  policies: v.optional(PoliciesSchema),
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
          // Such keys are marked, so the regular expression does not see them.
          jsonSchema({ not: { enum: inheritedKeys } }),
        ),
        JobSchema,
      ),
      v.minEntries(1, "must have at least one job"),
    ),
  ),
};

/** The schema of a config file. */
export const ConfigSchema: v.GenericSchema = v.pipe(
  object,
  v.objectWithRest(fileSettings, v.never()),
);

/**
 * Checks the value of a config file.
 *
 * @param value The value; `null` and `undefined` are configs without settings.
 * @param source The text of the file, for the places of diagnostics; undefined for other sources.
 * @returns The checked settings.
 * @throws {InputError} `unknown-config-key` and `invalid-config`, one for each wrong setting.
 */
export function checkConfig(value: unknown, source?: SourceText): UserConfig {
  // The schema has the same content as the type.
  return checked(ConfigSchema, value, source) as UserConfig;
}

/** Checks the settings of one job, as {@link checkConfig} does. */
export function checkSettings(value: unknown): JobConfig {
  // The schema has the same content as the type.
  return checked(JobSchema, value, undefined) as JobConfig;
}

function checked(schema: v.GenericSchema, value: unknown, source: SourceText | undefined): unknown {
  const result = v.safeParse(schema, markKeys(value ?? {}));
  // Only marked keys change, back to the original ones.
  if (result.success) return unmarkKeys(result.output);
  throw inputError(
    result.issues.map((issue) => describeIssue(issue, schema, source?.uri)),
    source,
  );
}

/** https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && parseUrl(text)?.origin === text;
}
