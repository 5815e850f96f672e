import {
  parseJson,
  ReservationSchema,
  ScreeningListSchema,
  type Reservation,
  type ReservationRequest,
  type Screening,
} from "@cinema/api";

/**
 * Asks what is on.
 *
 * @throws ValidationError where the answer does not match the document
 */
export async function fetchScreenings(url: string): Promise<readonly Screening[]> {
  const response = await fetch(`${url}/screenings`);
  return parseJson(ScreeningListSchema, await response.text()).screenings;
}

/**
 * Reserves seats.
 *
 * @throws ValidationError where the answer does not match the document
 */
export async function reserve(url: string, wanted: ReservationRequest): Promise<Reservation> {
  const response = await fetch(`${url}/reservations`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(wanted),
  });
  return parseJson(ReservationSchema, await response.text());
}

/** The line of the page for a screening. */
export function lineOf({ film, hall, startsAt, subtitles }: Screening): string {
  const time = startsAt.slice(11, 16);
  return `${time} ${film}, ${hall} hall${subtitles == null ? "" : `, subtitles: ${subtitles}`}`;
}
