import type { Issue } from "./issue.js";
import type { ValueSchema } from "./parameter.js";
import type { JsonOptions } from "./parse.js";

/** A body of one media type: how it is checked, written and read. */
export interface BodyCodec {
  /** The media type, or the range of media types, in lower case and without parameters. */
  readonly mediaType: string;
  /** Decides which values are valid. The items of a stream are checked when they are read or written. */
  readonly schema: ValueSchema;
  /** Whether it is a stream of items, which has no greatest size, but each of its items has. */
  readonly isStream?: boolean;
  /**
   * Writes a value as the body of a `Request` or a `Response`.
   *
   * @throws TypeError if the value has no form in the media type.
   */
  readonly write: (value: unknown, options?: BodyOptions) => WrittenBody;
  /** Reads a value. It is not checked, but for the items of a stream. */
  readonly read: (message: Request | Response, options?: BodyOptions) => Promise<ReadBody>;
}

/** The body of a `Request` or a `Response`. */
export interface WrittenBody {
  readonly body: string | Blob | FormData | URLSearchParams | Uint8Array | ReadableStream | null;
  /** The field `Content-Type`; undefined, if the platform knows it: that of a form has a boundary. */
  readonly contentType?: string | undefined;
}

/** The value of a body; or why it cannot be read. */
export type ReadBody =
  | { readonly value: unknown; readonly issues?: undefined }
  | {
      readonly issues: readonly Issue[];
      /** The text, if it was read, but has not the form of the media type. */
      readonly value?: string | undefined;
    };

/** Options for writing and reading bodies. */
export interface BodyOptions extends JsonOptions {
  /** The greatest size of an item of a stream, in bytes. Default: there is no limit. */
  readonly maxBytes?: number | undefined;
  /**
   * Is called with the issues of an item of a stream. It may throw to end the stream. If it is missing,
   * items are not checked.
   */
  readonly onInvalidItem?: ((issues: readonly Issue[], index: number) => void) | undefined;
}
