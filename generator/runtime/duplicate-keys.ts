import { print } from "./describe.js";
import type { TokenVisitor } from "./scan-json.js";

/** A key that an object of a JSON text has before. */
export interface DuplicateKey {
  readonly name: string;
  /** Where its value is. */
  readonly path: readonly (string | number)[];
  /** Where the key is in the text. */
  readonly offset: number;
  /** Where it is for the first time. */
  readonly first: number;
}

/** An object or array that is open. */
interface Open {
  /** Where each key is for the first time; an array has none. */
  readonly keys?: Map<string, number>;
  /** The key or the index of the value that is read. */
  at: string | number;
}

/**
 * Makes a visitor of the tokens of a JSON text that finds the keys that an object has twice.
 *
 * @param report - Receives such a key, and returns whether to go on.
 */
export function duplicateKeyVisitor(
  text: string,
  report: (key: DuplicateKey) => boolean,
): TokenVisitor {
  const open: Open[] = [];
  return (token, start, end) => {
    const inner = open[open.length - 1];
    switch (token) {
      case "{":
        open.push({ keys: new Map(), at: "" });
        break;
      case "[":
        open.push({ at: 0 });
        break;
      case "}":
      case "]":
        open.pop();
        break;
      case ",":
        if (typeof inner?.at === "number") inner.at += 1;
        break;
      case "name": {
        if (inner?.keys === undefined) break;
        const name = nameAt(text, start, end);
        inner.at = name;
        const first = inner.keys.get(name);
        if (first === undefined) inner.keys.set(name, start);
        else return report({ name, path: open.map(({ at }) => at), offset: start, first });
        break;
      }
      default:
    }
    return true;
  };
}

/** The text of a string, with its escapes replaced by what they stand for. */
function nameAt(text: string, start: number, end: number): string {
  const inside = text.slice(start + 1, end - 1);
  // The scanner has found it to be a string.
  return inside.includes("\\") ? (JSON.parse(`"${inside}"`) as string) : inside;
}

/**
 * Puts a duplicate key into words.
 *
 * @param name - The key.
 * @param first - Where it is for the first time: `line 1, column 2`.
 */
export function describeDuplicateKey(name: string, first: string): string {
  return `duplicate key ${print(name)}, first at ${first}`;
}
