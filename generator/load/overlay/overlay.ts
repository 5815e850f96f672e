import type { SourceDocument } from "../../core/source-text.js";
import type { Json } from "../../core/json.js";
import type { JsonPath } from "./json-path.js";

/** A minor version of the Overlay Specification that Guardsmith reads. */
export type OverlayVersion = "1.0" | "1.1";

/**
 * An overlay: changes of a document, to apply in order.
 *
 * @see {@link https://spec.openapis.org/overlay/v1.1.0.html#overlay-object | Overlay 1.1, Overlay Object}
 */
export interface Overlay {
  readonly version: OverlayVersion;
  /** The file of the overlay. */
  readonly source: SourceDocument;
  /** A URI reference to the document that it is for. */
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
  /** A JSON pointer to the action in the overlay. */
  readonly pointer: string;
  /** Selects the values to change. */
  readonly target: JsonPath;
}

/** Merges a value into each selected value. */
export interface UpdateAction extends Targeted {
  readonly kind: "update";
  readonly update: Json;
}

/** Merges a value of the document into each selected value. */
export interface CopyAction extends Targeted {
  readonly kind: "copy";
  /** Selects the one value to copy. */
  readonly copy: JsonPath;
}

/** Removes the selected values. */
export interface RemoveAction extends Targeted {
  readonly kind: "remove";
}
