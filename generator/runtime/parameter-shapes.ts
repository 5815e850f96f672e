import { isNumber, own } from "./values.js";

/**
 * The texts of a parameter, decoded, as its style has them for each kind of value. They are undefined if
 * the parameter is not there, and if its text is of another kind.
 */
export interface ParameterTexts {
  /** The whole text. */
  readonly text: () => string | undefined;
  /** The items of a list. */
  readonly items: () => readonly string[] | undefined;
  /**
   * The members of an object.
   *
   * @param isProperty - Which names it can have if they are next to those of other parameters.
   */
  readonly members: (
    isProperty: (name: string) => boolean,
  ) => readonly (readonly [name: string, text: string])[] | undefined;
}

/**
 * How a value is made from its texts. What cannot be converted stays text, so that the schema can say so.
 *
 * @param is - Tells whether the schema of the parameter accepts a value.
 * @returns The value; undefined, if it is not there.
 */
export type ParameterShape = (texts: ParameterTexts, is: (value: unknown) => boolean) => unknown;

/** A text, which is never converted. */
export const asText: ParameterShape = ({ text }) => text();

/** A number, if the text is one in JSON. */
export const asNumber: ParameterShape = ({ text }) => {
  const value = text();
  return value === undefined ? value : (numberOf(value) ?? value);
};

/** A boolean, if the text is `true` or `false`. */
export const asBoolean: ParameterShape = ({ text }) => {
  const value = text();
  return value === "true" || (value === "false" ? false : value);
};

/**
 * A text, number, boolean or null: the text if the schema accepts it; otherwise what it is in JSON, if
 * the schema accepts that.
 *
 * @param is - Tells whether the schema of this value, which may be an item or a member, accepts it.
 */
export function asScalar(is: (value: unknown) => boolean): ParameterShape {
  return ({ text }) => {
    const value = text();
    if (value === undefined || is(value)) return value;
    const json = jsonOf(value);
    return is(json) ? json : value;
  };
}

/** A list. */
export function asList(item: ParameterShape): ParameterShape {
  return ({ items }) => items()?.map((text) => item(textsOf([text]), accept));
}

/**
 * An object.
 *
 * @param properties - The shapes of the properties.
 * @param others - The shape of further members. Without it they are text, and a member that is next to
 *   other parameters does not belong to the object.
 */
export function asObject(
  properties: Readonly<Record<string, ParameterShape>>,
  others?: ParameterShape,
): ParameterShape {
  return ({ members, text }) => {
    const found = members((name) => others !== undefined || own(properties, name) !== undefined);
    if (found === undefined) return text();
    const all = new Map<string, string[]>();
    for (const [name, value] of found) {
      const values = all.get(name);
      if (values === undefined) all.set(name, [value]);
      else values.push(value);
    }
    const shapeOf = (name: string): ParameterShape =>
      (own(properties, name) as ParameterShape | undefined) ?? others ?? asText;
    return Object.fromEntries(
      Array.from(all, ([name, values]) => [name, shapeOf(name)(textsOf(values), accept)]),
    );
  };
}

/**
 * A value of one of several shapes: the first whose value the schema accepts. If it accepts none, the
 * value of the first shape that is there.
 */
export function asEither(...shapes: readonly ParameterShape[]): ParameterShape {
  return (texts, is) => {
    const values = shapes.map((shape) => shape(texts, is)).filter((value) => value !== undefined);
    return values.find(is) ?? values[0];
  };
}

/** The texts of an item or a member, which may be repeated. */
function textsOf(texts: readonly string[]): ParameterTexts {
  return { text: () => texts[0], items: () => texts, members: () => undefined };
}

function accept(): boolean {
  return true;
}

/** The number that a text is in JSON; undefined, if it is not one, or if digits would be lost. */
function numberOf(text: string): number | undefined {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text)) return undefined;
  // Adding zero makes the negative zero a zero.
  const value = Number(text) + 0;
  const isExact = Number.isSafeInteger(value) || /\D/.test(text.slice(1)) || String(value) === text;
  return isNumber(value) && isExact ? value : undefined;
}

/** The number, the boolean or the null that a text is in JSON; undefined, if it is none. */
function jsonOf(text: string): unknown {
  switch (text) {
    case "null":
      return null;
    case "true":
      return true;
    case "false":
      return false;
    default:
      return numberOf(text);
  }
}
