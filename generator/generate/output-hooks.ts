import type { Config } from "../config/config.js";
import {
  nameOfOutput,
  type OutputBody,
  type OutputHook,
  type OutputInput,
  type OutputModel,
  type OutputOperation,
  type WrittenFile,
} from "../config/hooks.js";
import type { Direction } from "../core/direction.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import { ownMember, type JsonObject } from "../core/json.js";
import type { MadeDraft } from "../emit/draft.js";
import { printSchemaOf } from "../emit/json-schema/print.js";
import type { Layout } from "../emit/layout.js";
import { modelAt } from "../model/model-at.js";
import type { ReadModels } from "../model/read-models.js";
import { memberOf, rootOf } from "../openapi/navigate.js";
import { bodiesOf, pathOperations, responsesOf, type ResponseBody } from "../openapi/operations.js";
import { referenceTo } from "../openapi/reference-to.js";
import { isInnerPath } from "../output/output-path.js";

/** A file of an output that is a function of the config. */
export interface HookDraft extends MadeDraft {
  /** The name of the output. */
  readonly output: string;
  /** Its index among the outputs. */
  readonly index: number;
}

/**
 * Calls the outputs that are functions, one after the other, and returns their files.
 *
 * @param log Receives an error for each function that throws, or whose result is not a list of files
 *   inside the output folder.
 */
export async function runOutputHooks(
  read: ReadModels,
  config: Config,
  layout: Layout,
  log: DiagnosticLog,
): Promise<readonly HookDraft[]> {
  const drafts: HookDraft[] = [];
  for (const [index, hook] of config.outputs.entries()) {
    if (typeof hook !== "function") continue;
    const output = nameOfOutput(hook, index);
    try {
      const input = inputOf(read, config, layout);
      for (const file of await filesOf(hook, input)) {
        const path = `${layout.folder}${file.path}`;
        drafts.push({ path, text: file.text, output, index });
      }
    } catch (error) {
      log.error({
        code: "hook-failed",
        message: `the output \`${output}\` failed: ${error instanceof Error ? error.message : String(error)}`,
        help: "correct the function in the config",
        ...placeOf(index, config),
      });
    }
  }
  return drafts;
}

/** Reports a file whose path another output writes too. */
export function reportTaken(
  { path, output, index }: HookDraft,
  config: Config,
  log: DiagnosticLog,
): void {
  log.error({
    code: "unsafe-output-path",
    message: `the output \`${output}\` and another output both write ${JSON.stringify(path)}`,
    help: "give each file a path of its own",
    ...placeOf(index, config),
  });
}

function placeOf(index: number, { source }: Config): object {
  return source === undefined ? {} : { place: { uri: source.uri, pointer: `/outputs/${index}` } };
}

async function filesOf(hook: OutputHook, input: OutputInput): Promise<readonly WrittenFile[]> {
  const made: unknown = await hook(input);
  if (typeof made !== "object" || made === null || !(Symbol.iterator in made)) {
    throw new Error("it did not return a list of files");
  }
  return Array.from(made as Iterable<unknown>, (file) => {
    if (!isFile(file))
      throw new Error("a file has to be an object with the strings `path` and `text`");
    if (isInnerPath(file.path) && !file.path.startsWith(".guardsmith")) return file;
    throw new Error(`${JSON.stringify(file.path)} is not a path inside the output folder`);
  });
}

function isFile(value: unknown): value is WrittenFile {
  return (
    typeof value === "object" &&
    value !== null &&
    "path" in value &&
    typeof value.path === "string" &&
    "text" in value &&
    typeof value.text === "string"
  );
}

/** Returns a new input for each output, so that no output can change the input of another one. */
function inputOf(read: ReadModels, config: Config, layout: Layout): OutputInput {
  const { document, models } = read;
  const info = memberOf(document, rootOf(document), "info")?.value ?? {};
  return {
    title: textIn(info, "title") ?? "",
    version: textIn(info, "version") ?? "",
    models: models.all.map((model): OutputModel => {
      const { name, component, exports, module, schema } = model;
      const from = (folder: string): string => `./${folder}/${module}${layout.importExtension}`;
      const { outputs } = config;
      return {
        name,
        component,
        reference: referenceTo(schema.place, document),
        exports: { ...exports },
        imports: {
          ...(outputs.includes("models") && { models: from("models") }),
          ...(outputs.includes("guards") && { guards: from("guards") }),
          ...(outputs.includes("json-schema") && { jsonSchema: from("json-schema") }),
          ...(outputs.includes("arbitraries") && { arbitraries: from("arbitraries") }),
          ...(outputs.includes("fixtures") && { fixtures: from("fixtures") }),
        },
        get jsonSchema() {
          return structuredClone(printSchemaOf(model, models));
        },
      };
    }),
    operations: operationsOf(read),
  };
}

function operationsOf({ document, schemas, models }: ReadModels): readonly OutputOperation[] {
  const bodyOf = ({ mediaType, schema }: ResponseBody, direction: Direction): OutputBody => {
    const model = schema && modelAt(schema, direction, schemas, models);
    return { mediaType, model: model?.name };
  };
  return pathOperations(document).map(({ path, method, operation }) => {
    const body = memberOf(document, operation, "requestBody");
    const tags = ownMember(operation.value, "tags");
    return {
      path,
      method,
      operationId: textIn(operation.value, "operationId"),
      summary: textIn(operation.value, "summary"),
      tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [],
      request:
        body === undefined ? [] : bodiesOf(document, body).map((one) => bodyOf(one, "request")),
      responses: responsesOf(document, operation).map(({ status, bodies }) => ({
        status,
        bodies: bodies.map((one) => bodyOf(one, "response")),
      })),
    };
  });
}

function textIn(object: JsonObject, name: string): string | undefined {
  const value = ownMember(object, name);
  return typeof value === "string" ? value : undefined;
}
