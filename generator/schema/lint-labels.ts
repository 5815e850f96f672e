import { count } from "../core/count.js";
import { descriptionKeywords, labelKey, nameKeywords } from "./keywords/value-labels.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import { joinPointer } from "../core/pointer.js";
import { type ObjectSchema } from "./schema.js";

const labelKeywords = [...nameKeywords, ...descriptionKeywords];

/** Warns of labels for values that do not exist. */
export function lintLabels({ keywords, place }: ObjectSchema, log: DiagnosticLog): void {
  const values = keywords.enum ?? [];
  for (const keyword of labelKeywords) {
    const labels = keywords[keyword];
    if (labels === undefined) continue;
    const unknown =
      labels.kind === "map"
        ? [...labels.labels.keys()].filter((name) => !values.map(labelKey).includes(name))
        : [];
    const message =
      keywords.enum === undefined
        ? `\`${keyword}\` describes the values of an \`enum\`, but the schema has no \`enum\``
        : labels.kind === "list" && labels.labels.length !== values.length
          ? `\`${keyword}\` has ${count(labels.labels.length, "text")} for ${count(values.length, "value")}`
          : unknown.length > 0
            ? `\`${keyword}\` describes ${unknown.map((name) => JSON.stringify(name)).join(", ")}, which \`enum\` does not list`
            : undefined;
    if (message === undefined) continue;
    log.warning({
      code: "mismatched-value-labels",
      message,
      help: "write one text for each value",
      place: { uri: place.uri, pointer: joinPointer(place.pointer, keyword), part: "key" },
    });
  }
}
