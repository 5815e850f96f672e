import type * as v from "valibot";
import type { Problem } from "../core/failure.js";
import { joinPointer } from "../core/pointer.js";
import { closest } from "../runtime/closest.js";
import { listed } from "./schema-parts.js";
import { unmarkKey } from "./every-key.js";
import { exampleOf } from "./setting-examples.js";
import { settingsAt } from "./settings-at.js";

/**
 * Returns the problem for an issue of a setting.
 *
 * @param uri The config file; undefined if the settings come from elsewhere.
 */
export function describeIssue(
  issue: v.BaseIssue<unknown>,
  schema: v.GenericSchema,
  uri: string | undefined,
): Problem {
  const path = (issue.path ?? []).map(({ key }) => unmarkKey(String(key)));
  const pointer = joinPointer("", ...path);
  if (issue.type === "never") {
    const known = settingsAt(schema, path.slice(0, -1));
    const meant = closest(path.at(-1) ?? "", known);
    return {
      code: "unknown-config-key",
      message: `${named(path)} is not a setting`,
      help:
        meant === undefined ? `the settings are ${listed(known)}` : `did you mean \`${meant}\`?`,
      ...(uri !== undefined && { place: { uri, pointer, part: "key" } }),
    };
  }
  return {
    code: "invalid-config",
    message: `${path.length === 0 ? "the config" : named(path)} ${issue.message}`,
    help: helpFor(path),
    ...(uri !== undefined && {
      place: {
        uri,
        pointer,
        part: issue.path?.at(-1)?.origin === "key" ? "key" : "value",
      },
    }),
  };
}

function helpFor(path: readonly string[]): string {
  // The settings of a job have the same examples as those of the file.
  const [setting = "spec", part = ""] =
    path[0] === "jobs" && path.length > 2 ? path.slice(2) : path;
  return `correct the value, as in ${exampleOf(setting, part) ?? "docs/reference/config.md"}`;
}

/** Returns the name of a setting in the syntax of JavaScript. */
function named(path: readonly string[]): string {
  const parts = path.map((key) =>
    /^\d+$/.test(key) ? `[${key}]` : /^[\w$]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`,
  );
  return `\`${parts.join("").replace(/^\./, "")}\``;
}
