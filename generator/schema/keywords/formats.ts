import type { JsonType } from "../../core/json-type.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import type { Check, Checks, FormatFunction } from "../../checks/check.js";

/**
 * The checks of the formats that guards know, where the config has them checked. The patterns are
 * those of ajv-formats.
 *
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-7.3
 * https://spec.openapis.org/registry/format/
 */
export function formatChecks(format: string): Checks {
  return formats.get(format) ?? [];
}

const formats: ReadonlyMap<string, Checks> = new Map<string, Checks>([
  ["date", calling("matchesDate")],
  ["time", calling("matchesTime")],
  ["date-time", calling("matchesDateTime")],
  ["regex", calling("matchesRegExp")],
  ...(
    [
      "duration",
      "email",
      "hostname",
      "ipv4",
      "ipv6",
      "json-pointer",
      "uri-reference",
      "uuid",
    ] as const
  ).map((format): [string, Checks] => [format, matching(format, patternOf(format))]),
  ["uri", matching("uri", /^[a-z][a-z0-9+.-]*:[^"]*$/i, patternOf("uri-reference"))],
  ["byte", matching("byte", /^(?:[a-z0-9+/]{4})*(?:[a-z0-9+/]{2}==|[a-z0-9+/]{3}=)?$/i)],
  ["int32", integer(-(2 ** 31), 2 ** 31 - 1)],
  ["int64", integer(-(2 ** 63), 2 ** 63)],
]);

function patternOf(format: keyof typeof fullFormats): RegExp {
  const pattern = fullFormats[format];
  if (!(pattern instanceof RegExp)) throw new Error(`The format ${format} has no pattern`);
  return pattern;
}

function calling(name: FormatFunction): Checks {
  return whenType("string", [{ kind: "format", test: name, format: formatOf(name) }]);
}

function formatOf(name: FormatFunction): string {
  switch (name) {
    case "matchesDate":
      return "date";
    case "matchesTime":
      return "time";
    case "matchesDateTime":
      return "date-time";
    case "matchesRegExp":
      return "regex";
  }
}

function matching(format: string, ...patterns: readonly RegExp[]): Checks {
  return whenType(
    "string",
    patterns.map((test) => ({ kind: "format", test, format })),
  );
}

function integer(minimum: number, maximum: number): Checks {
  return whenType("number", [
    { kind: "multipleOf", divisor: 1 },
    { kind: "bound", keyword: "minimum", limit: minimum },
    { kind: "bound", keyword: "maximum", limit: maximum },
  ]);
}

function whenType(type: JsonType, checks: readonly Check[]): Checks {
  return [{ kind: "when", type, checks }];
}
