import type { Direction } from "../core/direction.js";
import type { SchemaId } from "../core/schema-id.js";
import type { Schema } from "../schema/schema.js";

/** A schema that gets a TypeScript type and a guard under a name of its own. */
export interface Model {
  readonly id: SchemaId;
  /** The TypeScript type: `Batch`. */
  readonly name: string;
  /**
   * The file, without folder and extension: `batch`. Nested models share the file of their parent.
   */
  readonly module: string;
  readonly schema: Schema;
  /** The name of the component that it is; the schema may be in another file. */
  readonly component?: string;
  /** The direction, for a directional variant of a model. */
  readonly direction?: Direction;
  /** With a direction: whether properties are left out; otherwise only the policies differ. */
  readonly isPartial?: boolean;
  /** Whether it stands for several schemas that accept the same values. */
  readonly isShared?: boolean;
  readonly exports: ModelExports;
}

/** The names of the exports of a model besides its type. */
export interface ModelExports {
  /** `isBatch` */
  readonly is: string;
  /** `BatchSchema` */
  readonly schema: string;
  /** `batchStatusValues`, for literal unions. */
  readonly values: string;
  /** `BatchJsonSchema` */
  readonly jsonSchema: string;
  /** `batchArbitrary` */
  readonly arbitrary: string;
  /** `batchFixtures` */
  readonly fixtures: string;
}

/** The models of a document, in the order in which they are written. */
export interface Models {
  readonly all: readonly Model[];
  readonly byId: ReadonlyMap<SchemaId, Model>;
  /** Returns how checks name a model, where those of several documents are compared. Default: its id. */
  readonly nameOf?: (id: SchemaId) => SchemaId;
}
