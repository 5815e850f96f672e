import { parseUrl } from "../../core/uri.js";
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  ownMember,
} from "../../core/json.js";
import { joinPointer, resolvePointer } from "../../core/pointer.js";
import type { SampleOrigin, Samples } from "../sample.js";
import { collectSamples, type CollectedSamples } from "./collected-samples.js";
import type { OperationFinder } from "../../validate/operations/find-operation.js";
import { readJsonBytes, readJsonText, type JsonText } from "./json-text.js";
import { isJsonMediaType, mediaTypeOf } from "../../openapi/media-type.js";
import {
  requestSchema,
  responseSchema,
  type BodySchema,
  type Operation,
} from "../../validate/operations/operation.js";
import type { RecordedValue } from "./recorded-value.js";

const subject = "a HAR file";

/** An entry of an archive, with the operation of its request. */
interface Match {
  readonly operation: Operation;
  readonly entry: JsonObject;
  readonly origin: SampleOrigin;
}

/**
 * Returns the samples of an HTTP Archive: the JSON bodies of the requests and responses that a document
 * describes, found by method, path and status. Other bodies are skipped. If any request goes to a host of
 * the document's servers, requests to other hosts are skipped too.
 *
 * @param values The archive.
 * @param finder Finds the operations.
 * @see {@link https://w3c.github.io/web-performance/specs/HAR/Overview.html | HTTP Archive 1.2}
 */
export function harSamples(values: readonly RecordedValue[], finder: OperationFinder): Samples {
  const collected = collectSamples();
  for (const value of values) addArchive(value, finder, collected);
  return collected;
}

function addArchive(
  { text, origin }: RecordedValue,
  finder: OperationFinder,
  collected: CollectedSamples,
): void {
  if (text.kind === "none") return collected.reject(text.reason, subject, origin);
  const entries = resolvePointer(text.value, "/log/entries");
  if (!isJsonArray(entries)) {
    return collected.reject("there are no entries at /log/entries", subject, origin);
  }
  const matches = entries.flatMap((entry, index) =>
    matchOf(entry, { ...origin, pointer: `/log/entries/${index}` }, finder),
  );
  const isOurs = entries.some((entry) => finder.hosts.has(urlOf(entry)?.host ?? ""));
  const wanted = isOurs
    ? matches.filter(({ entry }) => finder.hosts.has(urlOf(entry)?.host ?? ""))
    : matches;
  if (entries.length > 0 && wanted.length === 0) {
    collected.reject("the document describes none of its requests", subject, origin);
  }
  for (const match of wanted) addBodies(match, collected);
}

function matchOf(entry: Json, origin: SampleOrigin, finder: OperationFinder): readonly Match[] {
  const url = urlOf(entry);
  const method = resolvePointer(entry, "/request/method");
  if (!isJsonObject(entry) || url === undefined || typeof method !== "string") return [];
  const operation = finder.byRequest(method, url.pathname);
  return operation === undefined ? [] : [{ operation, entry, origin }];
}

function urlOf(entry: Json): URL | undefined {
  const url = resolvePointer(entry, "/request/url");
  return typeof url === "string" ? parseUrl(url) : undefined;
}

function addBodies(match: Match, collected: CollectedSamples): void {
  const { operation, entry, origin } = match;
  const add = (
    pointer: string,
    schemaOf: (mediaType: string) => BodySchema | undefined,
    /** Whether a text is required if the document has a body. */
    isExpected: boolean,
  ): void => {
    const content = resolvePointer(entry, pointer);
    if (!isJsonObject(content)) return;
    const type = ownMember(content, "mimeType");
    const mediaType = typeof type === "string" ? mediaTypeOf(type) : "";
    const body = isJsonMediaType(mediaType) ? schemaOf(mediaType) : undefined;
    if (body === undefined) return;
    const text = ownMember(content, "text");
    const at = { ...origin, pointer: joinPointer(origin.pointer + pointer, "text") };
    if (typeof text === "string" && (text !== "" || isExpected)) {
      collected.add(decodedText(text, ownMember(content, "encoding")), body, at);
    } else if (isExpected) {
      collected.reject("the recording was made without bodies", body.subject, at);
    }
  };
  add("/request/postData", (mediaType) => requestSchema(operation, mediaType), false);
  const status = resolvePointer(entry, "/response/status");
  // A request that was blocked or aborted has the status 0.
  if (typeof status !== "number" || status < 100) return;
  const hasBody = operation.method !== "HEAD" && ![204, 205, 304].includes(status);
  if (!hasBody) return;
  add("/response/content", (mediaType) => responseSchema(operation, status, mediaType), true);
}

function decodedText(text: string, encoding: Json | undefined): JsonText {
  if (encoding === undefined || encoding === "") return readJsonText(text);
  if (encoding !== "base64") {
    return { kind: "none", reason: `its encoding is ${JSON.stringify(encoding)}, not base64` };
  }
  try {
    const bytes = Uint8Array.from(
      atob(text.replaceAll("-", "+").replaceAll("_", "/")),
      (character) => character.charCodeAt(0),
    );
    return readJsonBytes(bytes, "the body");
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return { kind: "none", reason: "its text is not base64" };
  }
}
