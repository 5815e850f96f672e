import { exported, pureCall } from "../../code/expressions.js";
import { unknownType } from "../../code/type-nodes.js";
import type { Direction } from "../../core/direction.js";
import { below } from "../../core/place.js";
import type { Entry } from "../../openapi/entries.js";
import type { DescribedBody } from "./bodies.js";
import { urlencodedFields } from "./fields.js";
import type { OperationModule } from "./operation-module.js";

type FormBody = Pick<DescribedBody, "type" | "code">;

/** Describes a body in `application/x-www-form-urlencoded`. */
export function urlencodedBody(
  media: Entry,
  direction: Direction,
  module: OperationModule,
): FormBody {
  if (!Object.hasOwn(media.value, "schema"))
    return { type: unknownType, code: pureCall(exported("x", "runtime/body-form")) };
  const place = below(media.place, "schema");
  const { fields, others } = urlencodedFields(module.schema(place, direction), media, module);
  return {
    type: module.context.typeAt(place, direction),
    code: pureCall(
      exported("formBody", "runtime/body-form"),
      module.valueSchema(place, direction, "body"),
      fields,
      others,
    ),
  };
}

/** Describes a body in `multipart/form-data`. */
export function multipartBody(
  media: Entry,
  direction: Direction,
  module: OperationModule,
): FormBody {
  return urlencodedBody(media, direction, module);
}
