import { isArray, isObject } from "../../generator/runtime/values.js";

/**
 * Compares a value that was written with the one that was read.
 *
 * @returns Why they differ, by the rows of `docs/explanation/parameters.md`; none, if they are equal.
 *   Undefined, if no row allows it.
 */
export function differences(sent: unknown, read: unknown): ReadonlySet<string> | undefined {
  const reasons = new Set<string>();
  return compare(sent, read, reasons) ? reasons : undefined;
}

/** The reason that can make a value invalid that was valid. */
export const emptyIsMissing = "an empty list or object is not sent";

function compare(sent: unknown, read: unknown, reasons: Set<string>): boolean {
  if (Object.is(sent, read)) return true;
  const allow = (reason: string): true => {
    reasons.add(reason);
    return true;
  };
  if (Object.is(sent, -0) && read === 0) return allow("-0 is read as 0");
  if (isEmpty(sent) && read === undefined) return allow(emptyIsMissing);
  if (isArray(sent)) {
    if (isArray(read)) {
      return (
        sent.length === read.length &&
        sent.every((item, index) => compare(item, read[index], reasons))
      );
    }
    return (
      sent.length === 1 &&
      compare(sent[0], read, reasons) &&
      allow("a list of one item is read as the item")
    );
  }
  if (isObject(sent)) {
    if (!isObject(read)) return false;
    const names = new Set([...Object.keys(sent), ...Object.keys(read)]);
    return [...names].every((name) => compare(own(sent, name), own(read, name), reasons));
  }
  const isScalar = sent === null || typeof sent === "number" || typeof sent === "boolean";
  return isScalar && read === String(sent) && allow("a number, boolean or null is read as text");
}

/** Why a value is not written, by the rows of the same page. */
const refusals: readonly (readonly [message: RegExp, reason: string])[] = [
  [/a value in a path cannot be missing, empty/, "nothing, an empty text, . or .. in a path"],
  [/has a separator in it/, "a separator in an item"],
  [
    /expected a string, number, boolean or null/,
    "an object or a list inside of a value in a style",
  ],
  [/a header cannot have control characters/, "characters that a header cannot have"],
];

/** Why a value was refused; undefined, if no row of the page allows it. */
export function refusal(error: unknown): string | undefined {
  if (!(error instanceof TypeError)) return undefined;
  return refusals.find(([message]) => message.test(error.message))?.[1];
}

/** A value with the content of files and streams in place of them. */
export async function settled(value: unknown): Promise<unknown> {
  if (value instanceof Blob) {
    const { name, type } = value as Partial<File> & Blob;
    return { name, type, bytes: await bytesOf(value) };
  }
  if (value instanceof Uint8Array) return [...value].join(" ");
  if (value instanceof ReadableStream) return bytesOf(new Response(value));
  if (isArray(value)) return Promise.all(value.map(settled));
  if (!isObject(value)) return value;
  if (Symbol.asyncIterator in value) {
    const items: unknown[] = [];
    // It has the method that makes it one.
    for await (const item of value as unknown as AsyncIterable<unknown>) items.push(item);
    return items;
  }
  const members = Object.entries(value).map(async ([name, member]) => [
    name,
    await settled(member),
  ]);
  return Object.fromEntries(await Promise.all(members));
}

async function bytesOf(body: Blob | Response): Promise<string> {
  return new Uint8Array(await body.arrayBuffer()).join(" ");
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function own(object: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
