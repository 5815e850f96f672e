import type { Json } from "./json.js";

/** The text of one file, before it is parsed. */
export interface SourceText {
  /** Its URI: an absolute `file:` URI, an `http(s):` URL, `stdin:` or `memory:`. */
  readonly uri: string;
  /** Its name for messages: a path relative to the working directory with `/`, or the URL. */
  readonly name: string;
  /** The whole text, without a byte order mark. */
  readonly text: string;
  readonly format: "json" | "yaml";
  /** A text with the same values at the same offsets, if positions cannot be found in {@link text}. */
  readonly mended?: string;
  /** The origin of its value, if overlays have changed it: positions are found there. */
  readonly origin?: Origin;
}

/** Where a value comes from in the files that were read. */
export interface Origin {
  /** The file, as it was read. */
  readonly source: SourceText;
  /** The JSON pointer in the file. */
  readonly pointer: string;
  /** The members or items with other origins, by name or index. */
  readonly parts: ReadonlyMap<string, Origin>;
}

/** One parsed file. */
export interface SourceDocument extends SourceText {
  readonly value: Json;
}
