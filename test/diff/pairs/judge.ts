import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Direction } from "../../../generator/core/direction.js";
import type { Json } from "../../../generator/core/json.js";
import { compareDocuments } from "../../../generator/diff/compare-documents.js";
import type { Change, Diff } from "../../../generator/diff/diff-result.js";
import { mends } from "../../oracle/ajv-mends.js";
import { readSides, type Members } from "../read-sides.js";
import type { Expected, Pair, Written } from "./pair.js";

/** Compares the documents of a pair. */
export async function compared([, old, now, , , more = {}]: Pair): Promise<Diff> {
  const { components, config } = more;
  const document = (own: Written, others = {}, version = "3.1.0"): Members => ({
    openapi: version,
    paths: {},
    components: { schemas: { M: own, ...components, ...others } },
  });
  return compareDocuments(
    await readSides(
      document(old, more.oldComponents, more.oldVersion),
      document(now, more.newComponents, more.newVersion),
      config,
    ),
  );
}

/** The verdict about one direction. */
export function verdictOf({ changes }: Diff, direction: Direction): Expected | "unknown" {
  const own = changes.filter((each) => each.direction === direction);
  if (own.length === 0) return "none";
  if (own.some(({ data }) => data === "unknown")) return "unknown";
  return own.some(({ data }) => data === "breaking") ? "breaking" : "compatible";
}

/**
 * Has Ajv check the payload of a break.
 *
 * @returns Whether the value is valid under the schema of the old document, and of the new one.
 */
export function judgedByAjv(
  [, old, now, , , more = {}]: Pair,
  { proof, component = "M", direction }: Change,
): readonly [old: boolean, now: boolean] {
  if (proof === undefined || !("value" in proof)) throw new Error("There is no payload.");
  const { value } = proof;
  const { components, oldComponents, newComponents, as2020 } = more;
  const [before, after] = as2020?.[direction] ?? [old, now];
  const isValid = (own: Written, others = {}): boolean =>
    isValidUnder({ M: own, ...components, ...others }, component, value);
  return [isValid(before, oldComponents), isValid(after, newComponents)];
}

function isValidUnder(schemas: object, component: string, value: Json): boolean {
  const ajv = new Ajv2020({ strict: false, strictNumbers: true, ownProperties: true });
  addFormats.default(ajv);
  for (const { keyword, definition } of mends) {
    if (keyword === "prefixItems") continue;
    ajv.removeKeyword(keyword);
    ajv.addKeyword(definition);
  }
  const $ref = `#/components/schemas/${component}`;
  return ajv.compile({ $ref, components: { schemas } })(value);
}
