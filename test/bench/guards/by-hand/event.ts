import { isFlag, isInteger, isObject, isText, isTextOrNothing, isTexts } from "./values.js";

/** Whether a value is one of the thirty events. */
export function isEvent(value: unknown): boolean {
  if (!isObject(value) || !isText(value.id) || !isInteger(value.created_at)) return false;
  switch (value.type) {
    case "parcel.announced":
      return (
        isText(value.sender) &&
        isText(value.recipient) &&
        isInteger(value.weight) &&
        isTextOrNothing(value.reference)
      );
    case "parcel.accepted":
      return isText(value.depot) && isInteger(value.weight) && isFlag(value.fragile);
    case "parcel.measured":
      return isInteger(value.length) && isInteger(value.width) && isInteger(value.height);
    case "parcel.labelled":
      return isText(value.label) && isTextOrNothing(value.printer) && isInteger(value.copies);
    case "parcel.sorted":
      return isInteger(value.belt) && isInteger(value.chute) && isText(value.depot);
    case "parcel.loaded":
      return isText(value.vehicle) && isInteger(value.position);
    case "parcel.departed":
      return isText(value.vehicle) && isText(value.depot) && isTextOrNothing(value.next);
    case "parcel.arrived":
      return isText(value.vehicle) && isText(value.depot) && isInteger(value.delay);
    case "parcel.unloaded":
      return isText(value.vehicle) && isText(value.depot) && isFlag(value.damaged);
    case "parcel.delivered":
      return isText(value.recipient) && isTextOrNothing(value.signature) && isTexts(value.photos);
    case "parcel.refused":
      return (
        isText(value.recipient) &&
        (value.reason === "damaged" ||
          value.reason === "unwanted" ||
          value.reason === "unpaid" ||
          value.reason === "unknown")
      );
    case "parcel.returned":
      return (
        isText(value.depot) &&
        (value.reason === "refused" ||
          value.reason === "unclaimed" ||
          value.reason === "undeliverable")
      );
    case "parcel.lost":
      return isText(value.depot) && isFlag(value.search) && isTextOrNothing(value.note);
    case "parcel.found":
      return isText(value.depot) && isTextOrNothing(value.finder);
    case "parcel.damaged":
      return (
        (value.severity === "slight" ||
          value.severity === "severe" ||
          value.severity === "total") &&
        isTexts(value.photos)
      );
    case "parcel.redirected":
      return isText(value.from) && isText(value.to) && isInteger(value.fee);
    case "parcel.stored":
      return isText(value.shelf) && isInteger(value.until);
    case "parcel.collected":
      return isText(value.collector) && isText(value.code) && isFlag(value.identified);
    case "customs.requested":
      return isText(value.country) && isInteger(value.value) && isText(value.currency);
    case "customs.cleared":
      return isText(value.country) && isInteger(value.duty) && isTextOrNothing(value.officer);
    case "customs.held":
      return isText(value.country) && isTexts(value.documents);
    case "payment.requested":
      return isInteger(value.amount) && isText(value.currency) && isInteger(value.due);
    case "payment.received":
      return (
        isInteger(value.amount) &&
        isText(value.currency) &&
        (value.method === "card" ||
          value.method === "cash" ||
          value.method === "transfer" ||
          value.method === "voucher")
      );
    case "payment.refunded":
      return isInteger(value.amount) && isText(value.currency) && isTextOrNothing(value.reason);
    case "vehicle.started":
      return isText(value.vehicle) && isText(value.driver) && isInteger(value.odometer);
    case "vehicle.stopped":
      return isText(value.vehicle) && isInteger(value.odometer) && isFlag(value.planned);
    case "vehicle.fuelled":
      return isText(value.vehicle) && isInteger(value.litres) && isInteger(value.price);
    case "vehicle.repaired":
      return isText(value.vehicle) && isTexts(value.parts) && isInteger(value.price);
    case "depot.opened":
      return isText(value.depot) && isInteger(value.staff);
    case "depot.closed":
      return isText(value.depot) && isInteger(value.backlog) && isTextOrNothing(value.reason);
    default:
      return false;
  }
}
