import { expect, it } from "vitest";
import { matchesPattern } from "../../../generator/core/patterns/match.js";

const a = (count: number): string => "a".repeat(count);

const rows: readonly (readonly [pattern: string, text: string, result: boolean | undefined])[] = [
  ["^[a-z]+$", a(1000), true],
  ["^[a-z]+$", `${a(1000)}!`, false],
  ["^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", "6f1c0f6e-7a3b-4b5e-9c55-0d3a1f2b4c5d", true],
  ["^\\d{1,3}(\\.\\d{1,3}){3}$", "192.168.100.100", true],
  ["^(?:[a-z]|\\d)(?=x)[^)(|*]$", a(1000), false],
  ["^[a-z]+(-[a-z]+)*$", "some-text", true],
  ["^[a-z]+(-[a-z]+)*$", a(40), undefined],
  ["^(a+)+$", `${a(10)}!`, false],
  ["^(a+)+$", `${a(40)}!`, undefined],
  ["^(a|a)*$", `${a(40)}!`, undefined],
  ["^((a{1,2}){1,40})$", `${a(80)}!`, undefined],
  ["^(a?){40}a{40}$", a(39), undefined],
  ["a*a*a*a*b", a(1000), undefined],
  ["^(?<name>\\(a*)*$", `${a(40)}!`, undefined],
  [`${"(".repeat(5000)}a${")".repeat(5000)}`, "a", undefined],
];

it.each(rows)("%s on %s is %s", (pattern, text, result) => {
  expect(matchesPattern(pattern, text)).toBe(result);
});
