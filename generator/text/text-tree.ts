/** A stretch of a text: offsets in UTF-16 code units, the end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a value of a JSON or YAML text stands. */
export interface FoundNode {
  /** Where the value stands. */
  readonly value: Span;
  /** Where its name stands, when it is the member of an object. */
  readonly key?: Span;
}

/** A value of a JSON or YAML text, with what is inside of it. */
export interface TextNode extends FoundNode {
  /**
   * Finds a member of an object by name, or an element of an array by index.
   *
   * @param token One reference token of a JSON pointer, unescaped.
   * @returns The member or element, or `undefined` when there is none.
   */
  readonly child: (token: string) => TextNode | undefined;
}
