"use client";

import { BatchStatusSchema } from "../api";

/** Is rendered in the browser, too. */
export function Status({ value }: { value: string }) {
  return <p>{`Status: ${BatchStatusSchema.parse(value)}`}</p>;
}
