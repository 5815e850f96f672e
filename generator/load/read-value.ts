import type { DiagnosticLog } from "../core/diagnostic.js";
import { inputError, type Problem } from "../core/failure.js";
import type { Json } from "../core/json.js";
import { joinPointer, parsePointer } from "../core/pointer.js";
import type { SourceDocument } from "../core/source-text.js";
import { nestedTooDeeply, tooManyAliases } from "../text/problems.js";
import { maxAliasedValues, maxErrorsPerFile, maxNesting } from "../text/limits.js";

/**
 * Reads a document that is a value in memory, as `JSON.stringify` would: members that are undefined are left
 * out, and `toJSON` is called. Values that it would drop or change silently, such as a function or `NaN`,
 * are errors.
 *
 * @param origin Its URI and name.
 * @param log Receives a warning for each `Date`, whose original text is lost.
 * @returns A copy, in which shared values are still shared.
 * @throws {InputError} If it contains values that are not JSON.
 */
export function readValue(
  origin: { readonly uri: string; readonly name: string },
  value: unknown,
  log: DiagnosticLog,
): SourceDocument {
  // Without a text, places are shown as pointers.
  const source = { ...origin, text: "", format: "json" } as const;
  const reader = new ValueReader(origin.uri, log);
  const json = reader.read(value);
  if (reader.problems.length > 0) throw inputError(reader.problems, source);
  return { ...source, value: json };
}

/** A value, with its size if shared parts are counted each time. */
interface Converted {
  readonly value: Json;
  /** How many values it consists of, including itself. */
  readonly size: number;
  /** The depth of nested arrays and objects, including itself. */
  readonly height: number;
}

const scalar = (value: Json): Converted => ({ value, size: 1, height: 0 });

/** A placeholder for a value that is not JSON, for which an error is reported. */
const unusable = scalar(null);

class ValueReader {
  readonly problems: Problem[] = [];
  readonly #uri: string;
  readonly #log: DiagnosticLog;
  readonly #known = new Map<object, Converted>();
  /** The objects around the current one, with their pointers. */
  readonly #open = new Map<object, string>();
  #shared = 0;

  constructor(uri: string, log: DiagnosticLog) {
    this.#uri = uri;
    this.#log = log;
  }

  read(value: unknown): Json {
    return this.#convert(value, "").value;
  }

  #convert(value: unknown, pointer: string): Converted {
    if (this.problems.length >= maxErrorsPerFile) return unusable;
    switch (typeof value) {
      case "string":
      case "boolean":
        return scalar(value);
      case "number":
        return Number.isFinite(value) ? scalar(value) : this.#refuse(String(value), pointer);
      case "bigint":
        return Number.isSafeInteger(Number(value))
          ? scalar(Number(value))
          : this.#refuse(`an integer as large as ${value}`, pointer);
      case "object":
        return value === null ? scalar(null) : this.#convertObject(value, pointer);
      case "function":
        return this.#refuse("a function", pointer);
      case "symbol":
        return this.#refuse("a symbol", pointer);
      case "undefined":
        return this.#refuse("undefined", pointer);
    }
  }

  #convertObject(object: object, pointer: string): Converted {
    const known = this.#known.get(object);
    if (known !== undefined) return this.#share(known, pointer);
    const around = this.#open.get(object);
    if (around !== undefined) {
      return this.#report(pointer, {
        code: "cyclic-value",
        message: `this object contains itself: it is the object at #${around}`,
        help: "pass the document before its references are resolved",
      });
    }
    if (this.#open.size >= maxNesting) return this.#report(pointer, nestedTooDeeply);
    this.#open.set(object, pointer);
    const converted = this.#convertMembers(object, pointer);
    this.#open.delete(object);
    this.#known.set(object, converted);
    return converted;
  }

  /** This may run code of the object: getters, proxies and `toJSON`. */
  #convertMembers(object: object, pointer: string): Converted {
    try {
      const kind = Object.prototype.toString.call(object).slice("[object ".length, -1);
      if (kind === "Date") return this.#convertDate(object, pointer);
      if (refused.has(kind) || ArrayBuffer.isView(object)) {
        return this.#refuse(`a value of the class ${kind}`, pointer);
      }
      // With the name of the member, as JSON.stringify does.
      if (hasToJson(object)) {
        return this.#convert(object.toJSON(parsePointer(pointer).at(-1) ?? ""), pointer);
      }
      return Array.isArray(object)
        ? this.#convertArray(object, pointer)
        : this.#convertRecord(object, pointer);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return this.#report(pointer, {
        code: "not-json",
        message: `this value cannot be read: ${why}`,
        help: "pass plain objects and arrays",
      });
    }
  }

  #convertArray(array: readonly unknown[], pointer: string): Converted {
    // Array.from includes holes.
    const items = Array.from(array, (item, index) =>
      this.#convert(item, joinPointer(pointer, index)),
    );
    return { value: items.map(({ value }) => value), ...measured(items) };
  }

  #convertRecord(object: object, pointer: string): Converted {
    const members: [string, Converted][] = [];
    for (const [name, member] of Object.entries(object) as [string, unknown][]) {
      if (member === undefined) continue;
      members.push([name, this.#convert(member, joinPointer(pointer, name))]);
    }
    // Unlike an assignment, this also makes a member of the name `__proto__`.
    const value = Object.fromEntries(members.map(([name, { value }]) => [name, value]));
    return { value, ...measured(members.map(([, member]) => member)) };
  }

  /** YAML parsers may turn texts of a document into dates. */
  #convertDate(object: object, pointer: string): Converted {
    const time = Date.prototype.getTime.call(object);
    if (Number.isNaN(time)) return this.#refuse("an invalid date", pointer);
    const text = new Date(time).toISOString().replace(/T00:00:00\.000Z$/, "");
    this.#log.warning({
      code: "date-value",
      message: `this is a Date, which is read as the text ${JSON.stringify(text)}`,
      help: "parse the document so that it keeps dates as they are written, such as with the core schema of YAML",
      place: { uri: this.#uri, pointer },
    });
    return scalar(text);
  }

  /** A shared value may be small in memory, but large once it is written out. */
  #share(known: Converted, pointer: string): Converted {
    this.#shared += known.size;
    if (this.#shared > maxAliasedValues) return this.#report(pointer, tooManyAliases);
    if (this.#open.size + known.height > maxNesting) return this.#report(pointer, nestedTooDeeply);
    return known;
  }

  #refuse(what: string, pointer: string): Converted {
    return this.#report(pointer, {
      code: "not-json",
      message: `this is ${what}, which is not a JSON value`,
      help: "leave it out, or pass a plain value",
    });
  }

  #report(pointer: string, problem: Omit<Problem, "place">): Converted {
    this.problems.push({ ...problem, place: { uri: this.#uri, pointer } });
    return unusable;
  }
}

/** The classes whose values `JSON.stringify` turns into empty objects, or into other values. */
const refused: ReadonlySet<string> = new Set([
  ...["Map", "Set", "WeakMap", "WeakSet", "WeakRef", "Promise", "RegExp", "Error"],
  ...["Boolean", "Number", "String", "Symbol", "BigInt", "ArrayBuffer", "SharedArrayBuffer"],
]);

function hasToJson(object: object): object is { readonly toJSON: (name: string) => unknown } {
  return "toJSON" in object && typeof object.toJSON === "function";
}

function measured(parts: readonly Converted[]): Pick<Converted, "size" | "height"> {
  let size = 1;
  let height = 0;
  for (const part of parts) {
    size += part.size;
    height = Math.max(height, part.height);
  }
  return { size, height: height + 1 };
}
