import type { TypeNode } from "../../code/nodes.js";
import { typeReference } from "../../code/type-nodes.js";
import type { Direction } from "../../core/direction.js";
import type { Place } from "../../core/place.js";
import type { DerivedTypes } from "../../model/derive-types.js";
import type { Models } from "../../model/model.js";
import { modelsAsSent } from "../../model/sent-schema.js";
import type { Document } from "../../openapi/document.js";
import type { Schema } from "../../schema/schema.js";
import type { Schemas } from "../../schema/schemas.js";
import { guardContext } from "../guards/emit.js";
import type { GuardContext } from "../guards/guard-module.js";
import { typeName } from "../models.js";
import { declareContext } from "../types/context.js";
import { typeAt } from "../types/type-at.js";
import type { SharedParts } from "./shared-parts.js";
import type { Unsupported } from "./unsupported.js";

/** The input of the modules of operations. */
export interface OperationsInput {
  readonly document: Document;
  readonly schemas: Schemas;
  readonly models: Models;
  readonly types: DerivedTypes;
  /** The text that ends a stream of events; false, if none does. */
  readonly endMark: string | false;
  /** Receives what is not supported. */
  readonly unsupported: Unsupported;
  /** What several operations refer to. */
  readonly shared: SharedParts;
}

/** What the modules of all operations share. */
export interface OperationsContext extends OperationsInput {
  readonly guards: GuardContext;
  /** The type of the schema at a place, as its values are sent in a direction. */
  readonly typeAt: (place: Place, direction: Direction) => TypeNode;
  /** The models as schemas in a direction refer to them. */
  readonly modelsIn: Readonly<Record<Direction, Models>>;
  readonly isModel: (schema: Schema) => boolean;
}

/** Creates what the modules of all operations share. */
export function operationsContext(input: OperationsInput): OperationsContext {
  const { document, schemas, models, types } = input;
  const context = declareContext(input, typeName);
  const use = (model: Models["all"][number]): TypeNode => typeReference(typeName(model));
  return {
    ...input,
    guards: guardContext(document, models, types),
    typeAt: (place, direction) =>
      typeAt(place, direction, { schemas, models, types, context, use }),
    modelsIn: {
      request: modelsAsSent(models, "request"),
      response: modelsAsSent(models, "response"),
    },
    isModel: ({ id }) => models.byId.has(id),
  };
}
