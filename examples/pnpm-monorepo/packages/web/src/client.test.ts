import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { ValidationError } from "@cinema/api";
import { createCinema } from "@cinema/server";
import { fetchScreenings, lineOf, reserve } from "./client.js";

const server = createCinema();
let url = "";

before(async () => {
  await once(server.listen(0), "listening");
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});

after(() => server.close());

test("the program is shown", async () => {
  const screenings = await fetchScreenings(url);
  assert.deepEqual(screenings.map(lineOf), [
    "18:00 Metropolis, red hall",
    "20:30 Ran, terrace hall, subtitles: en",
  ]);
});

test("seats are reserved", async () => {
  const { seats } = await reserve(url, { screening: "S0412", seats: ["A1", "A2"] });
  assert.deepEqual(seats, ["A1", "A2"]);
});

// The compiler refuses an empty list of seats; whether the hall has a row Z, only the guard knows.
test("an answer that is not a reservation is an error", async () => {
  await assert.rejects(reserve(url, { screening: "S0412", seats: ["Z1"] }), ValidationError);
});
