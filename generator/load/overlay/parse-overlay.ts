import type { SourceDocument } from "../../core/source-text.js";
import { inputError, type Problem } from "../../core/failure.js";
import type { ProblemText } from "../../text/problems.js";
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  ownMember,
} from "../../core/json.js";
import { maxErrorsPerFile } from "../../text/limits.js";
import { joinPointer } from "../../core/pointer.js";
import {
  contradictoryAction,
  fieldSince,
  idleAction,
  malformedField,
  missingField,
  notAnOverlay,
  unknownField,
  unsupportedOverlay,
} from "./problems.js";
import { parseJsonPath, type JsonPath } from "./json-path.js";
import type { Action, Overlay, OverlayVersion } from "./overlay.js";

/** The type of a field, and its first version. */
interface Field {
  readonly type: "string" | "boolean" | "object" | "list" | "any";
  readonly isRequired?: true;
  /** The first version with the field. Default: 1.0. */
  readonly since?: OverlayVersion;
}

type Fields = Readonly<Record<string, Field>>;

/** https://spec.openapis.org/overlay/v1.1.0.html#overlay-object */
const overlayFields: Fields = {
  overlay: { type: "string", isRequired: true },
  info: { type: "object", isRequired: true },
  extends: { type: "string" },
  actions: { type: "list", isRequired: true },
};

/** https://spec.openapis.org/overlay/v1.1.0.html#info-object */
const infoFields: Fields = {
  title: { type: "string", isRequired: true },
  version: { type: "string", isRequired: true },
  description: { type: "string", since: "1.1" },
};

/** https://spec.openapis.org/overlay/v1.1.0.html#action-object */
const actionFields: Fields = {
  target: { type: "string", isRequired: true },
  description: { type: "string" },
  update: { type: "any" },
  copy: { type: "string", since: "1.1" },
  remove: { type: "boolean" },
};

/**
 * Returns whether a file is an overlay.
 *
 * @param value The value of the file.
 */
export function isOverlay(value: Json): value is JsonObject {
  return (
    isJsonObject(value) &&
    Object.hasOwn(value, "overlay") &&
    !Object.hasOwn(value, "openapi") &&
    !Object.hasOwn(value, "swagger")
  );
}

/**
 * Reads an overlay.
 *
 * @param source The file.
 * @returns The overlay, with its queries parsed. An action with only `remove: false` is left out.
 * @throws {InputError} If the file is not a valid overlay of a supported version.
 */
export function parseOverlay(source: SourceDocument): Overlay {
  return new OverlayReader(source).read();
}

/** Reads one file, and collects its problems. */
class OverlayReader {
  readonly #source: SourceDocument;
  readonly #problems: Problem[] = [];

  constructor(source: SourceDocument) {
    this.#source = source;
  }

  read(): Overlay {
    const { value } = this.#source;
    if (!isOverlay(value)) throw this.#error(notAnOverlay, "");
    const version = versionOf(value);
    if (version === undefined) {
      throw this.#error(unsupportedOverlay(JSON.stringify(value.overlay)), "/overlay");
    }
    this.#check(value, "", overlayFields, version);
    const info = ownMember(value, "info");
    if (isJsonObject(info)) this.#check(info, "/info", infoFields, version);
    const target = ownMember(value, "extends");
    const actions = this.#actions(ownMember(value, "actions"), version);
    if (this.#problems.length > 0) {
      throw inputError(this.#problems.slice(0, maxErrorsPerFile), this.#source);
    }
    return {
      version,
      source: this.#source,
      ...(typeof target === "string" && { extends: target }),
      actions,
    };
  }

  #actions(value: Json | undefined, version: OverlayVersion): readonly Action[] {
    if (!isJsonArray(value)) return [];
    return value.flatMap((action, index) => {
      const pointer = `/actions/${index}`;
      if (!isJsonObject(action)) {
        this.#report(malformedField("an action", "an object"), pointer);
        return [];
      }
      return this.#check(action, pointer, actionFields, version)
        ? this.#action(action, pointer)
        : [];
    });
  }

  /** Returns a list with the action, or an empty list if it is invalid or changes nothing. */
  #action(action: JsonObject, pointer: string): readonly Action[] {
    const target = this.#path(action, "target", pointer);
    const copy = this.#path(action, "copy", pointer);
    const update = ownMember(action, "update");
    const remove = ownMember(action, "remove");
    if (target === undefined) return [];
    // With `remove`, the others have no effect.
    if (remove === true) return [{ kind: "remove", pointer, target }];
    if (Object.hasOwn(action, "copy")) {
      if (update === undefined) return copy ? [{ kind: "copy", pointer, target, copy }] : [];
      this.#report(contradictoryAction, `${pointer}/copy`, "key");
    }
    if (update !== undefined) return [{ kind: "update", pointer, target, update }];
    if (remove === undefined) this.#report(idleAction, pointer);
    return [];
  }

  #path(action: JsonObject, name: string, pointer: string): JsonPath | undefined {
    const text = ownMember(action, name);
    if (typeof text !== "string") return undefined;
    const parsed = parseJsonPath(text);
    if (parsed.kind === "done") return parsed.result;
    this.#report(parsed.problem, joinPointer(pointer, name));
    return undefined;
  }

  /** Returns whether all fields of an object are valid. */
  #check(object: JsonObject, pointer: string, fields: Fields, version: OverlayVersion): boolean {
    const before = this.#problems.length;
    for (const [name, { isRequired }] of Object.entries(fields)) {
      if (isRequired === true && !Object.hasOwn(object, name)) {
        this.#report(missingField(name), pointer);
      }
    }
    for (const [name, value] of Object.entries(object)) {
      if (name.startsWith("x-")) continue;
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      const at = joinPointer(pointer, name);
      if (field === undefined) {
        this.#report(unknownField(name, Object.keys(fields)), at, "key");
      } else if (field.since === "1.1" && version === "1.0") {
        this.#report(fieldSince(name), at, "key");
      } else if (!holds(value, field.type)) {
        this.#report(malformedField(`\`${name}\``, typeNames[field.type]), at);
      }
    }
    return this.#problems.length === before;
  }

  #report(problem: ProblemText, pointer: string, part: "key" | "value" = "value"): void {
    this.#problems.push({ ...problem, place: { uri: this.#source.uri, pointer, part } });
  }

  #error(problem: ProblemText, pointer: string): Error {
    const place = { uri: this.#source.uri, pointer };
    return inputError([{ ...problem, place }], this.#source);
  }
}

/** The patch version does not matter: https://spec.openapis.org/overlay/v1.1.0.html#versions */
function versionOf({ overlay = null }: JsonObject): OverlayVersion | undefined {
  const text = typeof overlay === "string" ? overlay : "";
  const [, version] = /^(1\.[01])\.\d+$/.exec(text) ?? [];
  return versions.find((known) => known === version);
}

const versions: readonly OverlayVersion[] = ["1.0", "1.1"];

function holds(value: Json, type: Field["type"]): boolean {
  switch (type) {
    case "string":
    case "boolean":
      return typeof value === type;
    case "object":
      return isJsonObject(value);
    case "list":
      return isJsonArray(value) && value.length > 0;
    case "any":
      return true;
  }
}

const typeNames: Readonly<Record<Field["type"], string>> = {
  string: "a string",
  boolean: "`true` or `false`",
  object: "an object",
  list: "a list of at least one action",
  any: "a value",
};
