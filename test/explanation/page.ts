import MarkdownIt from "markdown-it";
import { parse } from "yaml";
import type { Policies } from "../../generator/config/policies.js";
import type { Json, JsonObject } from "../../generator/core/json.js";

/** Component schemas, the policies that they are read by, and what a page says about the result. */
export interface Example {
  /** The heading above it. */
  readonly heading: string;
  readonly schemas: JsonObject;
  readonly policies: Policies;
  /** The declarations that it shows. */
  readonly declarations: readonly string[];
  readonly values: readonly ExampleValue[];
}

/** A value of the first schema of an example. */
interface ExampleValue {
  readonly value: Json;
  readonly isValidAsWritten: boolean;
  readonly isValidByPolicy: boolean;
}

/**
 * Reads the examples of a page. A block of YAML has `policies`, or component schemas; both hold until
 * the next heading, below which the first schemas of the page hold again. A block of TypeScript shows
 * some of the declarations, and a table of values what is valid.
 */
export function examplesOf(markdown: string): readonly Example[] {
  const examples: Example[] = [];
  const tokens = new MarkdownIt().parse(markdown, {});
  let heading = "";
  let first: JsonObject | undefined;
  let schemas: JsonObject = {};
  let policies: Policies = {};
  let values: ExampleValue[] = [];
  let cells: string[] = [];
  for (const [index, { type, info, content }] of tokens.entries()) {
    if (type === "heading_open") {
      heading = tokens[index + 1]?.content ?? "";
      schemas = first ?? {};
      policies = {};
    } else if (type === "fence" && info === "yaml") {
      // The blocks of the pages are objects.
      const read = parse(content) as JsonObject & { readonly policies?: Policies };
      if (read.policies === undefined) {
        schemas = read;
        first ??= read;
      } else {
        policies = read.policies;
      }
    } else if (type === "fence" && info === "ts") {
      const declarations = content.split(/\n\n(?=export|\/\*\*)/);
      examples.push({ heading, schemas, policies, declarations, values: [] });
    } else if (type === "td_open") {
      cells.push(tokens[index + 1]?.content ?? "");
    } else if (type === "tr_close") {
      values.push(...valueIn(cells));
      cells = [];
    } else if (type === "table_close") {
      if (values.length > 0)
        examples.push({ heading, schemas, policies, declarations: [], values });
      values = [];
    }
  }
  return examples;
}

/** The value in a row of a table; none, if the row is not about one. */
function valueIn([code = "", ...verdicts]: readonly string[]): readonly ExampleValue[] {
  const [written, policed] = verdicts.map((verdict) => ["invalid", "valid"].indexOf(verdict));
  if (written === undefined || policed === undefined || written < 0 || policed < 0) return [];
  return [
    {
      // The first column has JSON.
      value: JSON.parse(code.slice(1, -1)) as Json,
      isValidAsWritten: written === 1,
      isValidByPolicy: policed === 1,
    },
  ];
}
