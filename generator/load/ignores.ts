import type { Config } from "../config/config.js";
import { placeOfSetting } from "../config/place-of-setting.js";
import { errorCodes, warningCodes } from "../core/diagnostic-code.js";
import type { DiagnosticLog, Warning } from "../core/diagnostic.js";
import { isJsonArray, isJsonObject, ownMember, type JsonObject } from "../core/json.js";
import { below, type Place } from "../core/place.js";
import { objectAround, objectsOf, type Document, type PlacedObject } from "../openapi/document.js";
import { referenceTo } from "../openapi/reference-to.js";
import { closest } from "../runtime/closest.js";

/** The field of an object that lists the warnings to ignore about it. */
const field = "x-guardsmith-ignore";

/** An entry for a warning to ignore. */
export interface Ignore {
  readonly code: string;
  /** The object that the warning is about, as a reference in the config. */
  readonly at: string;
  /** Where the entry is written, if it is in a file. */
  readonly place?: Place;
}

/** All warnings to ignore. */
export interface Ignores {
  readonly all: readonly Ignore[];
  /** Returns the entries that apply to the object at or around a place. */
  readonly around: (place: Place) => readonly Ignore[];
}

/**
 * Collects the warnings that a document and the config ignore.
 *
 * @param log Receives a warning for each invalid entry.
 */
export function readIgnores(
  document: Document,
  config: Pick<Config, "ignore" | "source">,
  log: DiagnosticLog,
): Ignores {
  const inOverlays = overlayObjects(document);
  // Aliases and merge keys of YAML make one value appear at several places.
  const byValue = new Map<JsonObject, readonly Ignore[]>();
  for (const object of [...objectsOf(document), ...inOverlays]) {
    const value = ownMember(object.value, field);
    if (value === undefined || (isJsonObject(value) && byValue.has(value))) continue;
    const place = below(object.place, field);
    if (isJsonObject(value)) {
      byValue.set(value, ignoresIn(value, place, referenceTo(object.place, document), log));
    } else {
      log.warning({ ...notAMap, place });
    }
  }
  const configured = ignoresOf(config, log);
  return {
    all: [...[...byValue.values()].flat(), ...configured],
    around: (place) => {
      const inOverlay = inOverlays.findLast((one) => isIn(place, one.place));
      // A warning about a member belongs to the object that has it, and to its value.
      const objects =
        inOverlay !== undefined
          ? [inOverlay]
          : [place, ...(place.part === "key" ? [parentOf(place)] : [])].flatMap(
              (each) => objectAround(each, document) ?? [],
            );
      return objects.flatMap((object) => {
        const own = ownMember(object.value, field);
        const at = referenceTo(object.place, document);
        return [
          ...((isJsonObject(own) ? byValue.get(own) : undefined) ?? []),
          ...configured.filter((ignore) => ignore.at === at),
        ];
      });
    },
  };
}

function parentOf({ uri, pointer }: Place): Place {
  return { uri, pointer: pointer.slice(0, Math.max(0, pointer.lastIndexOf("/"))) };
}

/** Returns the objects of overlays that they do not put into the document. */
function overlayObjects({ overlays }: Document): readonly PlacedObject[] {
  return overlays.flatMap(({ uri, value }) => {
    if (!isJsonObject(value)) return [];
    const place: Place = { uri, pointer: "" };
    const actions = isJsonArray(value.actions) ? value.actions : [];
    return [
      { place, value },
      ...actions.flatMap((action, index) =>
        isJsonObject(action) ? [{ place: below(place, "actions", index), value: action }] : [],
      ),
    ];
  });
}

function isIn(inner: Place, outer: Place): boolean {
  return inner.uri === outer.uri && `${inner.pointer}/`.startsWith(`${outer.pointer}/`);
}

/** Reads a value of {@link field}. */
function ignoresIn(
  value: JsonObject,
  place: Place,
  at: string,
  log: DiagnosticLog,
): readonly Ignore[] {
  return Object.entries(value).flatMap(([code, reason]): readonly Ignore[] => {
    const own = below(place, code);
    const problem = problemWith(code);
    if (problem !== undefined) {
      log.warning({ ...problem, place: { ...own, part: "key" } });
    } else if (typeof reason !== "string" || reason.trim() === "") {
      log.warning({ ...withoutReason(code), place: own });
    } else {
      return [{ code, at, place: { ...own, part: "key" } }];
    }
    return [];
  });
}

/** Reads the setting `ignore`. */
function ignoresOf(
  config: Pick<Config, "ignore" | "source">,
  log: DiagnosticLog,
): readonly Ignore[] {
  return config.ignore.flatMap(({ code, at }, index): readonly Ignore[] => {
    const problem = problemWith(code);
    if (problem === undefined) {
      return [{ code, at, ...placeOfSetting(config, ["ignore", index, "at"]) }];
    }
    log.warning({ ...problem, ...placeOfSetting(config, ["ignore", index, "code"]) });
    return [];
  });
}

const notAMap: Warning = {
  code: "invalid-ignore",
  message: `\`${field}\` must be an object with the codes of warnings, each with a reason`,
  help: `write it as in \`${field}: { untyped-properties: "any JSON is meant" }\``,
};

function withoutReason(code: string): Warning {
  return {
    code: "invalid-ignore",
    message: `\`${code}\` is ignored without a reason, so it is reported`,
    help: "write a text that says why the document is right as it is",
  };
}

/** Returns a warning if a code cannot be ignored. */
function problemWith(code: string): Warning | undefined {
  const codes: readonly string[] = [...warningCodes, ...errorCodes];
  if (codes.includes(code)) return undefined;
  const meant = closest(code, codes);
  return {
    code: "invalid-ignore",
    message: `no warning has the code ${JSON.stringify(code)}`,
    help:
      meant === undefined
        ? "use the code in brackets after the warning"
        : `did you mean \`${meant}\`?`,
  };
}
