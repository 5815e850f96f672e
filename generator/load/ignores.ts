import type { Config } from "../config/config.js";
import { placeOfSetting } from "../config/place-of-setting.js";
import { errorCodes, warningCodes } from "../core/diagnostic-code.js";
import type { DiagnosticLog, Warning } from "../core/diagnostic.js";
import { isJsonArray, isJsonObject, ownMember, type JsonObject } from "../core/json.js";
import { below, type Place } from "../core/place.js";
import { objectAround, objectsOf, type Document, type PlacedObject } from "../openapi/document.js";
import { referenceTo } from "../openapi/reference-to.js";
import { closest } from "../runtime/closest.js";

/** The field of an object that says which warnings about it are meant to be. */
const field = "x-guardsmith-ignore";

/** A warning that is meant to be. */
export interface Ignore {
  readonly code: string;
  /** The object that the warning is about, as the config writes it. */
  readonly at: string;
  /** Where it is written, if that is a file. */
  readonly place?: Place;
}

/** Everything that is to be ignored. */
export interface Ignores {
  readonly all: readonly Ignore[];
  /** Returns what is to be ignored about the object that a place is in. */
  readonly around: (place: Place) => readonly Ignore[];
}

/**
 * Collects what a document and the config say of the warnings that are meant to be.
 *
 * @param log Takes a warning for everything that says it in a way that does not count.
 */
export function readIgnores(
  document: Document,
  config: Pick<Config, "ignore" | "source">,
  log: DiagnosticLog,
): Ignores {
  const inOverlays = overlayObjects(document);
  // Aliases and merge keys of YAML put one value at several places.
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
      // What is said of a member as such is about the object that has it, and about its value.
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

/** The objects of overlays themselves; what they put into a document is part of that. */
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
  message: `\`${field}\` takes an object: the codes of warnings, each with a reason`,
  help: `write it as in \`${field}: { untyped-properties: "any JSON is meant" }\``,
};

function withoutReason(code: string): Warning {
  return {
    code: "invalid-ignore",
    message: `there is no reason to ignore \`${code}\`, so it is reported`,
    help: "write a text that tells why the document is right as it is",
  };
}

/** What is wrong with a code that is to be ignored. */
function problemWith(code: string): Warning | undefined {
  const codes: readonly string[] = [...warningCodes, ...errorCodes];
  if (codes.includes(code)) return undefined;
  const meant = closest(code, codes);
  return {
    code: "invalid-ignore",
    message: `there is no warning with the code ${JSON.stringify(code)}`,
    help:
      meant === undefined
        ? "write the code that stands in brackets behind the warning"
        : `did you mean \`${meant}\`?`,
  };
}
