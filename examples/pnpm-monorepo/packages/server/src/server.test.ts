import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { isReservation, isScreeningList, ProblemSchema } from "@cinema/api";
import { createCinema } from "./server.js";

const server = createCinema();
let url = "";

before(async () => {
  await once(server.listen(0), "listening");
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});

after(() => server.close());

test("the program is what the document describes", async () => {
  const response = await fetch(`${url}/screenings`);
  assert.ok(isScreeningList(await response.json()));
});

test("seats are reserved", async () => {
  const response = await reserve({ screening: "S0413", seats: ["C7", "C8"] });
  assert.equal(response.status, 201);
  assert.ok(isReservation(await response.json()));
});

test("a request that does not match the document is refused with the reasons", async () => {
  const response = await reserve({ screening: "Ran", seats: ["C7", "C7", "Z1"] });
  assert.equal(response.status, 400);
  const { issues } = ProblemSchema.parse(await response.json());
  assert.deepEqual(issues, [
    'screening: expected a string that matches ^S[0-9]{4}$, received "Ran" (string)',
    'seats[2]: expected a string that matches ^[A-M][1-9][0-9]?$, received "Z1" (string)',
    "seats: expected different items, received array of length 3 where items 0 and 1 are equal",
  ]);
});

async function reserve(body: unknown): Promise<Response> {
  return fetch(`${url}/reservations`, { method: "POST", body: JSON.stringify(body) });
}
