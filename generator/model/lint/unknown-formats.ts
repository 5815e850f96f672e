import { count } from "../../core/count.js";
import type { Config } from "../../config/config.js";
import { placeOfSetting } from "../../config/place-of-setting.js";
import type { DiagnosticLog } from "../../core/diagnostic.js";
import { keyOfPlace, type Place } from "../../core/place.js";
import { closest } from "../../runtime/closest.js";
import { formatNamed, knownFormats } from "../../schema/keywords/formats.js";
import { keywordPlace, type Schema } from "../../schema/schema.js";

/** Warns once of each format that is asserted but unknown. */
export function lintFormats(
  all: readonly Schema[],
  config: Pick<Config, "formats" | "source">,
  log: DiagnosticLog,
): void {
  const { formats } = config;
  for (const [name, used] of placesOfUnknown(all, formats)) {
    const isNamed = typeof formats === "object" && Object.hasOwn(formats, name);
    const { place: setting } = isNamed ? placeOfSetting(config, ["formats", name], "key") : {};
    const settings = setting === undefined ? [] : [setting];
    const [place, ...others] = [...settings, ...used];
    const shown = JSON.stringify(name);
    const meant = closest(name, [...knownFormats.keys()]);
    log.warning({
      code: "unknown-format",
      message: `Guardsmith does not know the format ${shown}, so guards do not check it (${count(used.length, "place")})`,
      help: `${meant === undefined ? "" : `did you mean \`${meant}\`? If not, `}give it a regular expression in the config, as in \`formats: { ${shown}: "^…$" }\`, or \`annotate\``,
      ...(place !== undefined && { place }),
      ...(others.length > 0 && {
        related: others
          .slice(0, mostRelated)
          .map((other) => ({ message: "the format is also used here", place: other })),
      }),
    });
  }
}

/** How many other places are shown. */
const mostRelated = 3;

/** The formats that are asserted but unknown, with the places where schemas use them. */
function placesOfUnknown(
  all: readonly Schema[],
  formats: Config["formats"],
): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Map<string, Place>>();
  for (const [name, rule] of typeof formats === "object" ? Object.entries(formats) : []) {
    if (rule === "assert" && name !== "*" && !knownFormats.has(name)) found.set(name, new Map());
  }
  for (const schema of all) {
    const format = schema.kind === "boolean" ? undefined : schema.keywords.format;
    if (schema.kind === "boolean" || format?.isAsserted !== true) continue;
    if (formatNamed(format.name, format.pattern) !== undefined) continue;
    const place = keywordPlace(schema, "format");
    const places = found.get(format.name) ?? new Map<string, Place>();
    found.set(format.name, places.set(keyOfPlace(place), place));
  }
  return new Map([...found].map(([name, places]) => [name, [...places.values()]]));
}
