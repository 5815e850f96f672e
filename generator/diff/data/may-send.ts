import type { CheckedModels } from "../../checks/accepts.js";
import type { Checks } from "../../checks/check.js";
import { checksOfPart, type Part } from "../../checks/contradictions/parts.js";
import { isJsonArray, isJsonObject, type Json } from "../../core/json.js";
import { describedBy, mayDescribe } from "./described.js";

/**
 * Whether a value has only members that the sender describes, or that nobody describes.
 *
 * @param sent The checks of the sender.
 * @param received The checks of the receiver.
 */
export function maySend(
  value: Json,
  sent: Checks,
  received: Checks,
  models: CheckedModels,
): boolean {
  if (received.length === 0) return true;
  const inside = (part: Part, member: Json): boolean =>
    maySend(member, checksOfPart(sent, part, models), checksOfPart(received, part, models), models);
  if (isJsonArray(value)) return value.every((item) => inside({ kind: "items" }, item));
  if (!isJsonObject(value)) return true;
  const own = describedBy(sent, models);
  const other = { ...describedBy(received, models), isMap: false };
  return Object.entries(value).every(
    ([name, member]) =>
      (mayDescribe(own, name) || !mayDescribe(other, name)) &&
      inside({ kind: "property", name }, member),
  );
}
