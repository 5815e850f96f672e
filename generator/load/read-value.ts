import type { DiagnosticLog } from "../core/diagnostic.js";
import { inputError, type Problem } from "../core/failure.js";
import type { Json } from "../core/json.js";
import { joinPointer, parsePointer } from "../core/pointer.js";
import type { SourceDocument } from "../core/source-text.js";
import { nestedTooDeeply, tooManyAliases } from "../text/findings.js";
import { maxAliasedValues, maxErrorsPerFile, maxNesting } from "../text/limits.js";

/**
 * Reads a document that is a value in memory. It means what its JSON text would: members that are undefined
 * are left out, and `toJSON` is called. What that text would lose without a word, such as a function or
 * `NaN`, is an error.
 *
 * @param origin Its URI, and what it is called.
 * @param log Takes a warning for each date, which has lost how it was written.
 * @returns A copy, in which a value that stands at several places is shared.
 * @throws InputError when there is something in it that is no JSON.
 */
export function readValue(
  origin: { readonly uri: string; readonly name: string },
  value: unknown,
  log: DiagnosticLog,
): SourceDocument {
  // There is no text, so that places are shown as pointers.
  const source = { ...origin, text: "", format: "json" } as const;
  const reader = new ValueReader(origin.uri, log);
  const json = reader.read(value);
  if (reader.problems.length > 0) throw inputError(reader.problems, source);
  return { ...source, value: json };
}

/** A value, and what it would be if everything in it were written out. */
interface Converted {
  readonly value: Json;
  /** How many values it consists of, itself included. */
  readonly size: number;
  /** How many arrays and objects lie inside one another, itself included. */
  readonly height: number;
}

const scalar = (value: Json): Converted => ({ value, size: 1, height: 0 });

/** Stands for what is no JSON; an error says so. */
const unusable = scalar(null);

class ValueReader {
  readonly problems: Problem[] = [];
  readonly #uri: string;
  readonly #log: DiagnosticLog;
  readonly #known = new Map<object, Converted>();
  /** The objects around the one that is read, with their pointers. */
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
        message: `this object contains itself: it is that at #${around}`,
        help: "give the document as it was before its references were replaced by what they lead to",
      });
    }
    if (this.#open.size >= maxNesting) return this.#report(pointer, nestedTooDeeply);
    this.#open.set(object, pointer);
    const converted = this.#convertMembers(object, pointer);
    this.#open.delete(object);
    this.#known.set(object, converted);
    return converted;
  }

  /** Code of the object's owner may run here: getters, proxies and `toJSON`. */
  #convertMembers(object: object, pointer: string): Converted {
    try {
      const kind = Object.prototype.toString.call(object).slice("[object ".length, -1);
      if (kind === "Date") return this.#convertDate(object, pointer);
      if (refused.has(kind) || ArrayBuffer.isView(object)) {
        return this.#refuse(`a value of the class ${kind}`, pointer);
      }
      // As JSON.stringify calls it, with the name of the member.
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
        help: "give plain objects and arrays",
      });
    }
  }

  #convertArray(array: readonly unknown[], pointer: string): Converted {
    // Array.from also has the holes.
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
    // Unlike an assignment, this makes a member of `__proto__`, too.
    const value = Object.fromEntries(members.map(([name, { value }]) => [name, value]));
    return { value, ...measured(members.map(([, member]) => member)) };
  }

  /** Parsers of YAML make dates of what documents mean as texts. */
  #convertDate(object: object, pointer: string): Converted {
    const time = Date.prototype.getTime.call(object);
    if (Number.isNaN(time)) return this.#refuse("an invalid date", pointer);
    const text = new Date(time).toISOString().replace(/T00:00:00\.000Z$/, "");
    this.#log.warning({
      code: "date-value",
      message: `this is a Date, and is read as the text ${JSON.stringify(text)}`,
      help: "parse the document so that it keeps dates as they are written, such as with the core schema of YAML",
      place: { uri: this.#uri, pointer },
    });
    return scalar(text);
  }

  /** What stands at many places may be little in memory, and much once written out. */
  #share(known: Converted, pointer: string): Converted {
    this.#shared += known.size;
    if (this.#shared > maxAliasedValues) return this.#report(pointer, tooManyAliases);
    if (this.#open.size + known.height > maxNesting) return this.#report(pointer, nestedTooDeeply);
    return known;
  }

  #refuse(what: string, pointer: string): Converted {
    return this.#report(pointer, {
      code: "not-json",
      message: `${what} stands here, and JSON has no such value`,
      help: "leave it out, or give the plain value that is meant",
    });
  }

  #report(pointer: string, problem: Omit<Problem, "place">): Converted {
    this.problems.push({ ...problem, place: { uri: this.#uri, pointer } });
    return unusable;
  }
}

/** The classes of values that `JSON.stringify` makes empty objects of, or something else than they are. */
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
