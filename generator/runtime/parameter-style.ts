import type { ParameterCodec, ParameterLocation, ParameterSource } from "./parameter.js";
import { decodeText, percentEncode } from "./percent.js";

/**
 * Encodes a text.
 *
 * @param separators - Those that are encoded even where reserved characters are allowed.
 * @throws TypeError if the location cannot have the text.
 */
export type TextEncoding = (
  text: string,
  location: ParameterLocation,
  separators: string,
) => string;

/** Options of a style. */
export interface StyleOptions {
  /** Whether the items of a list, or the members of an object, are apart. The default is that of the style. */
  readonly explode?: boolean;
  /** How texts are encoded: `encodeExceptReserved` for `allowReserved`. Default: `percentEncode`. */
  readonly encode?: TextEncoding | undefined;
}

/** How a style arranges the items of a list, and the members of an object. */
interface Arrangement {
  /** Whether members are pairs `name=value`. */
  readonly explode: boolean;
  /** What is written between the parts of one text. */
  readonly separator: string;
  /** Where one text is split, if more is read than written. Default: the separator. */
  readonly splitter?: RegExp | undefined;
  /** Returns the name of the pair of a member. Default: that of the member. */
  readonly nameOf?: ((name: string, member: string) => string) | undefined;
  /** Returns the member for which a name stands; undefined, if it is none. Default: the name. */
  readonly memberOf?: ((name: string, key: string) => string | undefined) | undefined;
}

/** What a style is. */
export interface ParameterStyle extends Arrangement {
  /** What comes before a text without a name. Default: texts have the name of the parameter. */
  readonly prefix?: string;
  /** Default: all characters but the unreserved ones are encoded. */
  readonly encode?: TextEncoding | undefined;
}

/** What the shapes of values know about a parameter and its style. */
interface Context extends Arrangement {
  /** The name of the parameter. */
  readonly name: string;
  /** Whether items and members are pairs of the location, not parts of one text. */
  readonly isApart: boolean;
}

/** How the value of a parameter becomes text. */
export interface TextWriter extends Context {
  /**
   * Encodes a text. The separators are encoded even where reserved characters are allowed.
   *
   * @throws TypeError if the location cannot have the text.
   */
  readonly encode: (text: string, separators?: string) => string;
  /** Returns what is sent for one encoded text. */
  readonly write: (text: string) => readonly string[];
}

/** The texts of a parameter, from which a value is made. */
export interface TextReader extends Context {
  /** The texts with its name, not decoded. */
  readonly texts: readonly string[];
  readonly source: ParameterSource;
  readonly decode: (text: string) => string;
  /** Whether it is an item or a member. */
  readonly isInner?: boolean;
  /** Whether a single value cannot be the first of several texts. Default: false. */
  readonly takesAll?: boolean;
}

/** How the values of one kind are written and read. */
export interface ParameterShape {
  /** @throws TypeError if the style has no form for the value. */
  readonly write: (value: unknown, writer: TextWriter) => readonly string[];
  /**
   * Reads a value. What cannot be converted stays text, so that the schema can say so.
   *
   * @param is - Tells whether the schema of the parameter accepts a value.
   * @returns The value; undefined, if it is not there.
   */
  readonly read: (reader: TextReader, is: (value: unknown) => boolean) => unknown;
  /** Whether an object has a property with a name. */
  readonly owns?: (name: string) => boolean;
}

/** Returns the codec of values of a shape in a style. */
export function styled(shape: ParameterShape, style: ParameterStyle): ParameterCodec {
  const { prefix, explode, encode: encodeText = percentEncode } = style;
  const isApart = explode && prefix === undefined;
  return {
    write: (name, value, location) => {
      const encode: TextWriter["encode"] = (text, separators = "") =>
        encodeText(text, location, separators);
      const start = prefix ?? `${encode(name, "=")}=`;
      const write: TextWriter["write"] = (text) => [start + text];
      return shape.write(value, { ...style, name, isApart, encode, write });
    },
    read: (name, source, is) => {
      const decode: TextReader["decode"] = (text) => decodeText(text, source.location);
      const texts = source.pairs.flatMap(([key, text]) =>
        (prefix === undefined ? decode(key) === name : text.startsWith(prefix))
          ? [text.slice(prefix?.length)]
          : [],
      );
      return shape.read({ ...style, name, isApart, texts, source, decode }, is);
    },
    owns: (_name, key) => isApart && shape.owns?.(key) === true,
  };
}
