import type { SourceDocument } from "../../core/source-text.js";
import type { Json } from "../../core/json.js";
import type { JsonPath } from "./json-path.js";

/** A minor version of the Overlay Specification that Guardsmith reads. */
export type OverlayVersion = "1.0" | "1.1";

/**
 * An overlay: changes to a document, to be made in their order.
 *
 * @see {@link https://spec.openapis.org/overlay/v1.1.0.html#overlay-object | Overlay 1.1, Overlay Object}
 */
export interface Overlay {
  readonly version: OverlayVersion;
  /** The file that it stands in. */
  readonly source: SourceDocument;
  /** A URI reference to the document that it was made for. */
  readonly extends?: string;
  readonly actions: readonly Action[];
}

/**
 * One of the changes.
 *
 * @see {@link https://spec.openapis.org/overlay/v1.1.0.html#action-object | Overlay 1.1, Action Object}
 */
export type Action = UpdateAction | CopyAction | RemoveAction;

interface Targeted {
  /** Where the action stands in the overlay, as a JSON pointer. */
  readonly pointer: string;
  /** Selects what is changed. */
  readonly target: JsonPath;
}

/** Merges a value into everything that is selected. */
export interface UpdateAction extends Targeted {
  readonly kind: "update";
  readonly update: Json;
}

/** Merges a value of the document itself into everything that is selected. */
export interface CopyAction extends Targeted {
  readonly kind: "copy";
  /** Selects the one value to copy. */
  readonly copy: JsonPath;
}

/** Takes everything that is selected out of what is around it. */
export interface RemoveAction extends Targeted {
  readonly kind: "remove";
}
