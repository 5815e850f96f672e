import type { Vocabulary } from "./keywords/keyword.js";
import type { Document } from "../openapi/document.js";
import { isJsonObject } from "../core/json.js";
import { resolvePointer } from "../core/pointer.js";
import type { Resource, Resources } from "./resources.js";

/**
 * The vocabularies that do not count in a resource, since its meta-schema leaves them out.
 *
 * https://json-schema.org/draft/2020-12/json-schema-core#section-8.1.2
 */
export function inactiveVocabularies(
  resource: Resource | undefined,
  resources: Resources,
  document: Document,
): ReadonlySet<Vocabulary> {
  const metaSchema =
    resource?.dialect === undefined ? undefined : resources.get(resource.dialect.replace(/#$/, ""));
  if (metaSchema === undefined) return none;
  const { uri, pointer } = metaSchema.root;
  const value = resolvePointer(document.sources.get(uri)?.value ?? null, pointer);
  if (!isJsonObject(value) || !isJsonObject(value.$vocabulary)) return none;
  const declared = Object.keys(value.$vocabulary);
  return new Set(
    vocabularies.filter((name) => !declared.some((vocabulary) => vocabulary.endsWith(`/${name}`))),
  );
}

const none: ReadonlySet<Vocabulary> = new Set();

/** Those that decide what is valid, besides the core, which always counts. */
const vocabularies: readonly Vocabulary[] = ["applicator", "unevaluated", "validation"];
