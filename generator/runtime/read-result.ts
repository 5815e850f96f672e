import type { BodyCodec, BodyOptions } from "./body.js";
import { addMissing, bodyCodecFor, isParameter, placeOf } from "./check-call.js";
import type { Client, ValidationMode } from "./client-options.js";
import { add, collect, type Path } from "./collect.js";
import type { Issue } from "./issue.js";
import type { Operation } from "./operation.js";
import type { Parameter } from "./parameter.js";
import { bodyOptions, handleViolation } from "./violations.js";

/** The parts of a response. */
export interface ReadResult {
  readonly status: number;
  readonly mediaType: string | undefined;
  readonly headers: unknown;
  readonly body: unknown;
  /** Why they are not valid, if that was checked and is only reported. */
  readonly issues?: readonly Issue[];
}

/** The body of a response, read by a codec that is described for it. */
interface BodyOutcome {
  readonly mediaType: string | undefined;
  readonly value: unknown;
  /** Undefined, if no codec can read the media type. */
  readonly codec?: BodyCodec | undefined;
  /** Why the codec cannot read the body. */
  readonly issues?: readonly Issue[] | undefined;
}

/**
 * Reads a response as its operation describes it, and checks it.
 *
 * @throws {@link ValidationError} in the mode `throw`, if the response is described and not valid.
 */
export async function readResult(
  operation: Operation,
  response: Response,
  client: Client,
  mode: ValidationMode,
): Promise<ReadResult> {
  const { id, method, path, responses } = operation;
  const { status } = response;
  const type = mediaTypeOf(response);
  const key = [String(status), `${Math.floor(status / 100)}XX`, "default"].find((each) =>
    Object.keys(responses).includes(each),
  );
  const described = key === undefined ? undefined : responses[key];
  if (described === undefined) {
    const body = await readAny(response, type);
    return { status, mediaType: type === "" ? undefined : type, headers: {}, body };
  }
  const where = `response ${status} of ${method} ${path}`;
  const violation = { operation: id, direction: "response", status } as const;
  const { content = [], headers: parameters = [] } = described;
  // https://fetch.spec.whatwg.org/#null-body-status
  const isRead = content.length > 0 && method !== "HEAD" && ![204, 205, 304].includes(status);
  const options = bodyOptions(client, mode, where, violation);
  const outcome = isRead ? await readBody(content, response, type, options) : undefined;
  const headers = readHeaders(parameters, response.headers);
  const result = { status, mediaType: outcome?.mediaType, headers, body: outcome?.value };
  if (mode === "off") return result;

  const unread = outcome?.issues;
  const isValid =
    (!outcome || unread || outcome.codec?.schema.is(outcome.value)) &&
    parameters.every((each) => isParameter(each, headers[each.name]));
  if (isValid && !unread) return result;
  const place = `${placeOf(operation)}/responses/${key}`;
  const collector = (_value: unknown, at: Path): void => {
    if (outcome && !unread) collectBody(outcome, content, type, at, place);
    for (const each of parameters) collectHeader(each, headers[each.name], at, place);
  };
  const found = isValid
    ? []
    : collect({ "~collect": collector, "~place": place }, result, client.options);
  const issues = [...(unread ?? []), ...found];
  // A model has a name, a schema of a parameter may have none.
  const model = (outcome?.codec?.schema as { readonly name?: string } | undefined)?.name;
  const name = model === undefined ? where : `${model} in ${where}`;
  handleViolation(client, mode, name, { ...violation, issues });
  return { ...result, issues };
}

/** Reads a body by the codec for its media type; if none is described for it, as JSON. */
async function readBody(
  content: readonly BodyCodec[],
  response: Response,
  type: string,
  options: BodyOptions,
): Promise<BodyOutcome> {
  const exact = bodyCodecFor(content, type);
  // A response with a media type that is not described may be any of the described ones.
  const codecs = content.filter(({ mediaType }) =>
    exact
      ? mediaType === exact.mediaType
      : isJson(mediaType) || /^(?:application|\*)\/\*$/.test(mediaType),
  );
  const [first] = codecs;
  const received = type === "" ? undefined : type;
  if (!first) return { mediaType: received, value: await readAny(response, type) };
  const { issues, value } = await first.read(response, options);
  if (issues) {
    const codec = exact || !value ? first : undefined;
    return { mediaType: received, value, codec, issues: codec && issues };
  }
  const codec = codecs.find(({ schema }) => schema.is(value)) ?? first;
  const isRange = codec.mediaType.endsWith("*");
  return { mediaType: (isRange && received) || codec.mediaType, value, codec };
}

/** Reads a body of which nothing is known: as JSON, if its media type says so, or else as text. */
async function readAny(response: Response, type: string): Promise<unknown> {
  const text = await response.text();
  if (!isJson(type)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The media type of a response, in lower case and without parameters; empty, if it has none. */
function mediaTypeOf({ headers }: Response): string {
  const [type = ""] = (headers.get("content-type") ?? "").split(";");
  return type.trim().toLowerCase();
}

function isJson(mediaType: string): boolean {
  return /\bjson$/.test(mediaType);
}

/** Reads the headers that are described, by the names that the document gives them. */
function readHeaders(parameters: readonly Parameter[], headers: Headers): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const { name, codec, schema } of parameters) {
    const text = headers.get(name);
    if (text === null) continue;
    const source = {
      location: "header",
      pairs: [[name, text]],
      others: new Set<string>(),
    } as const;
    read[name] = codec.read(name, source, schema.is);
  }
  return read;
}

/** Adds the findings about a body that was read. */
function collectBody(
  { codec, value }: BodyOutcome,
  content: readonly BodyCodec[],
  type: string,
  at: Path,
  place: string,
): void {
  if (codec) {
    if (!codec.schema.is(value)) codec.schema["~collect"](value, [at, "body", codec.schema]);
    return;
  }
  add(at, {
    path: [at, "mediaType"],
    keyword: "content",
    expected: content.map(({ mediaType }) => mediaType),
    value: type,
    schemaPath: `${place}/content`,
    ...(type === "" && { received: "no media type" }),
  });
}

/** Adds the findings about a header. */
function collectHeader(parameter: Parameter, value: unknown, at: Path, place: string): void {
  const { name, schema } = parameter;
  if (isParameter(parameter, value)) return;
  const path: Path = [[at, "headers"], name, schema];
  if (value === undefined) addMissing(path, "a value", `${place}/headers`);
  else schema["~collect"](value, path);
}
