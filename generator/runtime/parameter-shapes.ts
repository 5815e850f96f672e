import { splitPair } from "./raw-pairs.js";
import type { RawPair } from "./parameter.js";
import type { ParameterShape, TextReader, TextWriter } from "./parameter-style.js";
import { isArray, isNumber, isObject } from "./values.js";

/** A text, which is never converted. */
export const asText: ParameterShape = { write: writeText, read: readText };

/** A number, if the text is one in JSON. */
export const asNumber: ParameterShape = {
  write: writeText,
  read: (reader) => {
    const text = readText(reader);
    return text === undefined ? text : (numberOf(text) ?? text);
  },
};

/** A boolean, if the text is `true` or `false`. */
export const asBoolean: ParameterShape = {
  write: writeText,
  read: (reader) => {
    const text = readText(reader);
    return text === "true" || (text === "false" ? false : text);
  },
};

/**
 * A text, number, boolean or null: the text if the schema accepts it; otherwise what it is in JSON, if
 * the schema accepts that.
 *
 * @param is - Tells whether the schema of this value, which may be an item or a member, accepts it.
 */
export function asScalar(is: (value: unknown) => boolean): ParameterShape {
  return {
    write: writeText,
    read: (reader) => {
      const text = readText(reader);
      if (text === undefined || is(text)) return text;
      const json = /^(?:null|true|false)$/.test(text)
        ? (JSON.parse(text) as unknown)
        : numberOf(text);
      return json !== undefined && is(json) ? json : text;
    },
  };
}

/**
 * A list of scalar values. An empty list is not sent.
 *
 * @param item - The shape of an item.
 */
export function asList(item: ParameterShape): ParameterShape {
  return {
    write: (value, writer) => {
      if (!isArray(value)) throw new TypeError("expected a list");
      if (writer.isApart) return value.flatMap((each) => writer.write(writer.encode(textOf(each))));
      const parts = value.map((each) => partOf(each, writer));
      return parts.length > 0 ? writer.write(parts.join(writer.separator)) : [];
    },
    read: (reader, is) => {
      const parts = reader.isApart ? reader.texts : partsOf(reader);
      return parts.length > 0
        ? parts.map((text) => item.read({ ...reader, texts: [text], isInner: true }, is))
        : undefined;
    },
  };
}

/**
 * An object with scalar members, or with lists where members are pairs of the location. An object without
 * members is not sent.
 *
 * @param properties - The shapes of the properties.
 * @param others - The shape of further members. Without it they are text, and a pair that may belong to
 *   another parameter does not belong to the object.
 */
export function asObject(
  properties: Readonly<Record<string, ParameterShape>>,
  others?: ParameterShape,
): ParameterShape {
  const shapes = new Map(Object.entries(properties));
  const shapeOf = (name: string): ParameterShape => shapes.get(name) ?? others ?? asText;
  return {
    write: (value, writer) => {
      if (!isObject(value) || !Object.prototype.toString.call(value).endsWith("ct]"))
        throw new TypeError("expected an object");
      const { name: parameter, isApart, explode, separator, encode, nameOf } = writer;
      const members = Object.entries(value).filter(([, member]) => member !== undefined);
      if (isApart)
        return members.flatMap(([name, member]) => {
          const key = encode(nameOf ? nameOf(parameter, name) : name, "=");
          const shape = isObject(member) ? asText : shapeOf(name);
          return shape.write(member, { ...writer, write: (text) => [`${key}=${text}`] });
        });
      const between = explode ? "=" : separator;
      const parts = members.map(
        ([name, member]) => partOf(name, writer, between) + between + partOf(member, writer),
      );
      return parts.length > 0 ? writer.write(parts.join(separator)) : [];
    },
    read: (reader, is) => {
      const pairs = reader.isInner
        ? undefined
        : pairsOf(reader, (name) => others !== undefined || shapes.has(name));
      if (pairs === undefined) return readText(reader);
      const members = new Map<string, string[]>();
      for (const [name, text] of pairs) {
        const same = members.get(name);
        if (same === undefined) members.set(name, [text]);
        else same.push(text);
      }
      if (members.size === 0) return undefined;
      return Object.fromEntries(
        Array.from(members, ([name, each]) => [
          name,
          shapeOf(name).read({ ...reader, texts: each, isInner: true, takesAll: false }, is),
        ]),
      );
    },
    owns: (name) => shapes.has(name),
  };
}

/**
 * A value of one of several shapes: the first whose value the schema accepts. If it accepts none, the
 * value of the first shape that is there. Texts that are repeated are not a single value, unless no shape
 * takes them all.
 */
export function asEither(...shapes: readonly ParameterShape[]): ParameterShape {
  return {
    write: (value, writer) => {
      let error: unknown;
      for (const shape of shapes)
        try {
          return shape.write(value, writer);
        } catch (thrown) {
          error ??= thrown;
        }
      throw error;
    },
    read: (reader, is) => {
      const readAll = (takesAll: boolean): readonly unknown[] =>
        shapes
          .map((shape) => shape.read({ ...reader, takesAll }, is))
          .filter((value) => value !== undefined);
      const whole = readAll(true);
      const values = whole.length > 0 ? whole : readAll(false);
      return values[Math.max(0, values.findIndex(is))];
    },
    owns: (name) => shapes.some((shape) => shape.owns?.(name)),
  };
}

function writeText(value: unknown, { encode, write }: TextWriter): readonly string[] {
  return write(encode(textOf(value)));
}

function readText({ texts, decode, takesAll }: TextReader): string | undefined {
  const [text] = texts;
  return text === undefined || (takesAll && texts.length > 1) ? undefined : decode(text);
}

/**
 * The text of a string, number, boolean or null.
 *
 * @throws TypeError for every other value.
 */
export function textOf(value: unknown): string {
  if (value === null || /^(?:string|boolean)$/.test(typeof value) || isNumber(value))
    return String(value);
  throw new TypeError("expected a string, number, boolean or null");
}

/** The number that a text is in JSON; undefined, if it is not one, or if digits would be lost. */
function numberOf(text: string): number | undefined {
  // Adding zero makes the negative zero a zero.
  const value = Number(text) + 0;
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) &&
    isNumber(value) &&
    (Number.isSafeInteger(value) || /[.e]/i.test(text) || String(value) === text)
    ? value
    : undefined;
}

/**
 * Encodes a part of one text.
 *
 * @param end - What separates it from what follows.
 * @throws TypeError if it has a separator, which the style does not encode.
 */
function partOf(
  value: unknown,
  { encode, separator }: TextWriter,
  end: string = separator,
): string {
  const text = encode(textOf(value), separator + end);
  if (text.includes(separator) || text.includes(end))
    throw new TypeError(`"${text}" has a separator in it, which this style does not encode`);
  return text;
}

/** The parts of one text, not decoded; none, if it is not there. */
function partsOf({ texts: [text], separator, splitter }: TextReader): readonly string[] {
  return text === undefined ? [] : text.split(splitter ?? separator);
}

/**
 * The members of an object: names, decoded, and texts, not decoded. Undefined, if the text is of another
 * kind.
 *
 * @param isProperty - Which names belong to the object if they may be those of other parameters.
 */
function pairsOf(
  reader: TextReader,
  isProperty: (name: string) => boolean,
): readonly RawPair[] | undefined {
  const { name: parameter, explode, isApart, source, decode, memberOf } = reader;
  if (isApart) {
    const { pairs, others } = source;
    return pairs.flatMap(([key, text]): readonly RawPair[] => {
      const decoded = decode(key);
      if (others.has(decoded)) return [];
      const name = memberOf
        ? memberOf(parameter, decoded)
        : isProperty(decoded)
          ? decoded
          : undefined;
      return name === undefined ? [] : [[name, text]];
    });
  }
  const parts = partsOf(reader);
  if (!explode && parts.length % 2 > 0) return undefined;
  const pairs: RawPair[] = [];
  for (let index = 0; index < parts.length; index += explode ? 1 : 2) {
    const [first = "", second = ""] = parts.slice(index, index + 2);
    const [name, text] = explode ? splitPair(first) : [first, second];
    pairs.push([decode(name), text]);
  }
  return pairs;
}
