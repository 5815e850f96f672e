import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { z } from "zod";
import type { Json, JsonObject } from "../../generator/core/json.js";
import { inMemory, loadPackage } from "../support/load-package.js";
import { payloads, type Payload } from "./payloads.js";

/** The messages of all three for one payload. */
interface Row {
  readonly payload: Payload;
  readonly ours: readonly string[];
  readonly ajv: readonly string[];
  readonly zod: readonly string[];
}

/** A schema that a payload may refer to. */
const Tree = {
  type: "object",
  properties: { children: { $ref: "#/components/schemas/Tree" } },
};

const introduction = `# Messages

The messages of \`validate\` for values as in real reports, with \`formats: assert\`, next to those of
[Ajv](https://ajv.js.org) with \`allErrors\` and of [Zod](https://zod.dev) with \`z.fromJSONSchema\` for the
same schema. "no such keyword" means that Zod rejects the schema, and "valid" that it accepts the value.
Each message can be understood without the schema, and searched for: it begins with the place, then tells what
was expected, and what was received.

A test writes this page: \`npx vitest run test/messages --update\` updates it.`;

/** Writes the page that shows the messages for each payload. */
export async function renderMessages(): Promise<string> {
  const all = Object.values(payloads).flat();
  const named = all.map((payload, index) => [`Payload${index}`, payload] as const);
  const schemas = Object.fromEntries(named.map(([name, { schema }]) => [name, schema]));
  const { exports } = await loadPackage({
    ...inMemory({
      openapi: "3.1.0",
      info: { title: "Payloads", version: "1" },
      components: { schemas: { ...schemas, Tree } },
    }),
    config: { formats: "assert" },
  });
  const rows = new Map(named.map(([name, payload]) => [payload, rowOf(name, payload, exports)]));
  const sections = Object.entries(payloads).map(([title, group]) =>
    [`## ${title}`, tableOf(group.flatMap((payload) => rows.get(payload) ?? []))].join("\n\n"),
  );
  return `${[introduction, ...sections].join("\n\n")}\n`;
}

function rowOf(name: string, payload: Payload, exports: Readonly<Record<string, unknown>>): Row {
  return {
    payload,
    ours: messagesOf(name, payload, exports),
    ajv: ajvMessages(payload),
    zod: zodMessages(payload),
  };
}

/** The part of a package that is asked here. */
interface Validated {
  readonly validate: (
    value: unknown,
    options: object,
  ) => { readonly issues?: readonly { readonly message: string }[] };
}

function messagesOf(
  name: string,
  { value, text, hideValues = false }: Payload,
  exports: Readonly<Record<string, unknown>>,
): readonly string[] {
  // What a package exports is what its tests are about.
  const schema = exports[`${name}Schema`] as Validated;
  const parseJson = exports.parseJson as (schema: Validated, text: string) => unknown;
  if (text === undefined) {
    return (schema.validate(value, { hideValues }).issues ?? []).map(({ message }) => message);
  }
  try {
    parseJson(schema, text);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message.replaceAll(name, "Batch") : String(error)];
  }
}

const noJson = ["–"];

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);

function ajvMessages({ schema, value, text }: Payload): readonly string[] {
  if (text !== undefined) return noJson;
  const validate = ajv.compile({ ...schema, components: { schemas: { Tree } } });
  validate(value);
  if (validate.errors === null || validate.errors === undefined) return ["(valid)"];
  return validate.errors.map(({ instancePath, message = "" }) =>
    instancePath === "" ? message : `${instancePath} ${message}`,
  );
}

function zodMessages({ schema, value, text }: Payload): readonly string[] {
  if (text !== undefined) return noJson;
  const refers = { $defs: { Tree: replaced(Tree) } };
  let parsed;
  try {
    // The schemas are plain JSON, which the type of the argument is narrower than.
    parsed = z
      .fromJSONSchema({ ...(replaced(schema) as JsonObject), ...refers } as Parameters<
        typeof z.fromJSONSchema
      >[0])
      .safeParse(value);
  } catch {
    return ["(no such keyword)"];
  }
  if (parsed.success) return ["(valid)"];
  return parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join(".")}: ${message}`,
  );
}

/** A schema whose references lead into `$defs`. */
function replaced(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll("#/components/schemas/", "#/$defs/")) as Json;
}

function tableOf(rows: readonly Row[]): string {
  return [
    ["what is wrong", "schema, value", "Guardsmith", "Ajv", "Zod"],
    ["---", "---", "---", "---", "---"],
    ...rows.map(({ payload, ours, ajv, zod }) => [
      payload.what,
      [
        code(JSON.stringify(payload.schema)),
        code(payload.text ?? JSON.stringify(payload.value)),
      ].join("<br>"),
      ...[ours, ajv, zod].map((messages) => messages.map(escape).join("<br>")),
    ]),
  ]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

const longest = 300;

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function code(text: string): string {
  return `\`${shortened(text).replaceAll("|", "\\|")}\``;
}

function escape(text: string): string {
  return shortened(text).replace(/[\\|<>*_[\]]/g, "\\$&");
}
