import { describe, expect, test } from "vitest";
import { BookingSchema, isBooking, ProblemSchema } from "../src/api/index.js";
import { app } from "../src/app.js";

const review = {
  title: "Design review",
  start: "2026-05-04T09:00:00Z",
  minutes: 45,
  attendees: ["ada@example.com", "grace@example.com"],
};

async function post(body: unknown, room = "library"): Promise<Response> {
  return app.request(`/rooms/${room}/bookings`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

describe("a valid booking", () => {
  test("is answered with what the document promises, and is listed", async () => {
    const response = await post(review);
    expect(response.status).toBe(201);
    const booking = BookingSchema.parse(await response.json());
    expect(booking).toMatchObject(review);

    const list: unknown = await (await app.request("/rooms/library/bookings")).json();
    expect(list).toEqual([booking]);
    expect(Array.isArray(list) && list.every(isBooking)).toBe(true);
  });

  test("is refused for a room that is not there", async () => {
    expect((await post(review, "cellar")).status).toBe(404);
  });
});

describe("an invalid booking is refused, and the answer says why", () => {
  test.each([
    [{ title: "" }, 'title: expected at least 1 character, received "" (string)'],
    [
      { start: "2026-02-30T09:00:00Z" },
      'start: expected a string in the format date-time, received "2026-02-30T09:00:00Z" (string)',
    ],
    [{ minutes: 50 }, "minutes: expected a multiple of 15, received 50 (number)"],
    [
      { attendees: ["ada@example.com", "Grace"] },
      'attendees[1]: expected a string in the format email, received "Grace" (string)',
    ],
    [
      { minuets: 45 },
      'minuets: expected no such property, received 45 (number), did you mean "minutes"?',
    ],
  ])("%j", async (change, issue) => {
    const response = await post({ ...review, ...change });
    expect(response.status).toBe(400);
    expect(ProblemSchema.parse(await response.json()).issues).toEqual([issue]);
  });
});
