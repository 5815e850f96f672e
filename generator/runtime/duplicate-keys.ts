import { print } from "./describe.js";
import type { TokenVisitor } from "./scan-json.js";

/** A key that an object of a JSON text already has. */
export interface DuplicateKey {
  readonly name: string;
  /** The path of its value. */
  readonly path: readonly (string | number)[];
  /** The offset of the key in the text. */
  readonly offset: number;
  /** The offset of its first occurrence. */
  readonly first: number;
}

/** An object or array that is not closed yet. */
interface Open {
  /** The offset of the first occurrence of each key; an array has no keys. */
  readonly keys?: Map<string, number>;
  /** The key or the index of the current value. */
  at: string | number;
}

/**
 * Makes a token visitor that finds duplicate keys in the objects of a JSON text.
 *
 * @param report - Receives such a key, and returns whether to continue.
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

/** The text of a string, with its escapes decoded. */
function nameAt(text: string, start: number, end: number): string {
  const inside = text.slice(start + 1, end - 1);
  // The scanner has recognised it as a string.
  return inside.includes("\\") ? (JSON.parse(`"${inside}"`) as string) : inside;
}

/**
 * Describes a duplicate key.
 *
 * @param name - The key.
 * @param first - The place of its first occurrence: `line 1, column 2`.
 */
export function describeDuplicateKey(name: string, first: string): string {
  return `duplicate key ${print(name)}, first at ${first}`;
}
