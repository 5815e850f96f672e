import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ParcelSchema, parcelStatusValues, parseJson } from "../src/api";
import { placeOf } from "../src/track";

const folder = join(__dirname, "../fixtures");

// A fixture that the API would never send makes a test pass that says nothing.
test.each(readdirSync(folder))("%s is what the document describes", (name) => {
  const text = readFileSync(join(folder, name), "utf8");
  expect(() => parseJson(ParcelSchema, text)).not.toThrow();
});

test.each(parcelStatusValues)("there are words for the status %s", (status) => {
  const parcel = { number: "NL004217853", status, weight: 1250, scans: [] };
  ParcelSchema.assert(parcel);
  expect(placeOf(parcel)).not.toBe("");
});
