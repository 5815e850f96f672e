import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isParcel, ParcelSchema, ValidationError } from "../src/api";
import { placeOf, track } from "../src/track";

const delivered = readFileSync(join(__dirname, "../fixtures/delivered.json"), "utf8");

function answering(text: string): () => Promise<Response> {
  return () => Promise.resolve(new Response(text));
}

test("a parcel is tracked", async () => {
  const parcel = await track("NL004217853", answering(delivered));
  expect(placeOf(parcel)).toBe("at your door");
});

test("an answer that does not match the document is an error that says why", async () => {
  const answer = delivered.replace('"delivered"', '"delivred"').replace("1250", '"1250"');
  const tracked = track("NL004217853", answering(answer));
  await expect(tracked).rejects.toBeInstanceOf(ValidationError);
  await expect(tracked).rejects.toThrow('status: expected one of "registered"');
});

test("an answer that is not JSON is an error with its line and column", async () => {
  await expect(track("NL004217853", answering("{\n  number: 1\n}"))).rejects.toMatchObject({
    issues: [{ line: 2, column: 3 }],
  });
});

test("a test can ask for the issues, or only whether there are any", () => {
  const value: unknown = { ...JSON.parse(delivered), weight: 0 };
  expect(isParcel(value)).toBe(false);
  expect(ParcelSchema.validate(value).issues).toMatchObject([
    { pointer: "/weight", keyword: "minimum" },
  ]);
});
