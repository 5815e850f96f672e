/** A part of a text: offsets in UTF-16 code units, without the end. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The position of a value in a JSON or YAML text. */
export interface FoundNode {
  /** The span of the value. */
  readonly value: Span;
  /** The span of its name, if it is a member of an object. */
  readonly key?: Span;
}

/** A value of a JSON or YAML text, with the values inside it. */
export interface TextNode extends FoundNode {
  /**
   * Returns a member of an object by name, or an item of an array by index.
   *
   * @param token One reference token of a JSON pointer, unescaped.
   * @returns The member or item, or undefined if there is none.
   */
  readonly child: (token: string) => TextNode | undefined;
}
