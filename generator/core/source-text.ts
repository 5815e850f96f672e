import type { Json } from "./json.js";

/** The text of one file, before it is parsed. */
export interface SourceText {
  /** Where it came from: an absolute `file:` URI, an `http(s):` URL, `stdin:` or `memory:`. */
  readonly uri: string;
  /** The same for people: a path relative to the working directory with `/`, or the URL. */
  readonly name: string;
  /** The whole text, without a byte order mark. */
  readonly text: string;
  readonly format: "json" | "yaml";
  /** A text with the same values at the same offsets, where positions cannot be found in {@link text}. */
  readonly mended?: string;
  /** Where its value came from, when overlays have changed that: positions are looked up there. */
  readonly origin?: Origin;
}

/** Where a value stands in the files that were read. */
export interface Origin {
  /** The file, as it was read. */
  readonly source: SourceText;
  /** Where in the file, as a JSON pointer. */
  readonly pointer: string;
  /** The members or items, by name or index, that do not simply stand in the value there. */
  readonly parts: ReadonlyMap<string, Origin>;
}

/** One parsed file. */
export interface SourceDocument extends SourceText {
  readonly value: Json;
}
