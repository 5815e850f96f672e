import type { DiagnosticLog, Place } from "../diagnostics/diagnostic.js";
import type { Document, Json } from "../load/document.js";
import { resolvePointer } from "../load/pointer.js";
import { parseSchema, schemaIdAt, type ParseEnvironment } from "./parse.js";
import type { Schema, SchemaId } from "./schema.js";

/** The schemas of a document, parsed when they are first asked for. */
export interface Schemas {
  /** The schema at a place that is known to exist. */
  readonly at: (place: Place) => Schema;
  /** The schema with an id that a reference resolved to. */
  readonly get: (id: SchemaId) => Schema;
}

/** Opens the schemas of a document. What is wrong with one is reported when it is parsed. */
export function openSchemas(document: Document, log: DiagnosticLog): Schemas {
  const parsed = new Map<SchemaId, Schema>();
  const places = new Map<SchemaId, Place>();
  const environment: ParseEnvironment = {
    version: document.version,
    log,
    register: (schema) => parsed.set(schema.id, schema),
    resolve: (reference, from) => {
      const place = resolveReference(reference, from);
      if (place === undefined || valueAt(place, document) === undefined) {
        log.error({
          code: "unresolvable-reference",
          message: `cannot resolve the reference ${JSON.stringify(reference)}`,
          help: "define what it points to, or correct it",
          place: from,
        });
        return undefined;
      }
      const id = schemaIdAt(place);
      places.set(id, place);
      return id;
    },
  };

  function at(place: Place): Schema {
    const known = parsed.get(schemaIdAt(place));
    if (known !== undefined) return known;
    return parseSchema(valueAt(place, document) ?? true, place, environment);
  }

  return {
    at,
    get: (id) => {
      const known = parsed.get(id);
      if (known !== undefined) return known;
      const place = places.get(id);
      if (place === undefined) throw new Error(`No schema has the id ${id}`);
      return at(place);
    },
  };
}

/** Where a URI reference with a JSON pointer as its fragment leads. */
function resolveReference(reference: string, from: Place): Place | undefined {
  const [path = "", fragment = ""] = splitOnce(reference, "#");
  try {
    const uri = path === "" ? from.uri : new URL(path, from.uri).href;
    return { uri, pointer: decodeURIComponent(fragment) };
  } catch {
    // Not a URI reference, or a fragment with a broken percent-encoding.
    return undefined;
  }
}

function valueAt({ uri, pointer }: Place, document: Document): Json | undefined {
  const source = document.sources.get(uri);
  if (source === undefined || !(pointer === "" || pointer.startsWith("/"))) return undefined;
  return resolvePointer(source.value, pointer);
}

function splitOnce(text: string, separator: string): readonly string[] {
  const index = text.indexOf(separator);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + separator.length)];
}
