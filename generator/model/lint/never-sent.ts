import type { DiagnosticLog } from "../../core/diagnostic.js";
import { keyOfPlace } from "../../core/place.js";
import type { SchemaId } from "../../core/schema-id.js";
import { keywordPlace, type Schema } from "../../schema/schema.js";
import { partsOf } from "../../schema/tags.js";

/** Warns of properties that are both `readOnly` and `writeOnly`, by themselves or by reference. */
export function lintNeverSent(
  all: readonly Schema[],
  get: (id: SchemaId) => Schema,
  log: DiagnosticLog,
): void {
  const has = (flag: "readOnly" | "writeOnly"): boolean =>
    all.some((schema) => schema.kind === "object" && schema.keywords[flag] === true);
  // Finding all parts takes long where schemas extend each other; few documents have both flags.
  if (!has("readOnly") || !has("writeOnly")) return;
  const reported = new Set<string>();
  for (const schema of all) {
    const parts = partsOf(schema, get).toReversed();
    const read = parts.find(({ keywords }) => keywords.readOnly === true);
    const write = parts.find(({ keywords }) => keywords.writeOnly === true);
    if (read === undefined || write === undefined) continue;
    const [place, other] = [keywordPlace(read, "readOnly"), keywordPlace(write, "writeOnly")];
    const key = `${keyOfPlace(place)} ${keyOfPlace(other)}`;
    if (reported.has(key)) continue;
    reported.add(key);
    log.warning({
      code: "never-sent",
      message:
        "`readOnly` and `writeOnly` are both true, so the value is sent neither in requests nor in responses",
      help: "remove one of them",
      place: { ...place, part: "key" },
      related: [{ message: "`writeOnly`", place: { ...other, part: "key" } }],
    });
  }
}
