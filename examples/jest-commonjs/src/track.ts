import { parseJson, ParcelSchema, type Parcel } from "./api";

/** Sends a request; `fetch` is one. */
export type Send = (url: string) => Promise<Pick<Response, "ok" | "status" | "text">>;

/**
 * Asks where a parcel is.
 *
 * @throws ValidationError where the answer does not match the document
 */
export async function track(number: string, send: Send = fetch): Promise<Parcel> {
  const response = await send(`https://api.parcels.example/parcels/${number}`);
  if (!response.ok) throw new Error(`parcel ${number}: status ${response.status}`);
  return parseJson(ParcelSchema, await response.text());
}

/** Where a parcel is, in a few words. */
export function placeOf({ status, scans }: Parcel): string {
  const last = scans.at(-1);
  switch (status) {
    case "registered":
      return "not handed in yet";
    case "inTransit":
      return last === undefined ? "on its way" : `on its way from ${last.depot}`;
    case "outForDelivery":
      return "arrives today";
    case "delivered":
      return last?.signedBy == null ? "at your door" : `taken by ${last.signedBy}`;
    case "returned":
      return "back at the sender";
  }
}
