import type { JsonType } from "../../core/json-type.js";
import type { BoundKeyword, Check, Checks } from "../../checks/check.js";
import type { FormatFunction } from "../../checks/check.js";

/** A format that guards know. */
export interface KnownFormat {
  /** The types that it is about. */
  readonly types: readonly JsonType[];
  /** The checks for values of these types; empty, if it only says how to show or read them. */
  readonly checks: Checks;
}

/**
 * The formats that guards know: those of JSON Schema 2020-12, and those in the registry of OpenAPI.
 *
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-7.3
 * https://spec.openapis.org/registry/format/
 */
export const knownFormats: ReadonlyMap<string, KnownFormat> = new Map<string, KnownFormat>(
  Object.entries({
    "date-time": text("matchesDateTime"),
    date: text("matchesDate"),
    time: text("matchesTime"),
    duration: text("matchesDuration"),
    email: text("matchesEmail"),
    "idn-email": text("matchesIdnEmail"),
    hostname: text("matchesHostname"),
    "idn-hostname": text("matchesIdnHostname"),
    ipv4: text("matchesIpv4"),
    ipv6: text("matchesIpv6"),
    uri: text("matchesUri"),
    "uri-reference": text("matchesUriReference"),
    iri: text("matchesIri"),
    "iri-reference": text("matchesIriReference"),
    uuid: text(/^[\dA-Fa-f]{8}-(?:[\dA-Fa-f]{4}-){3}[\dA-Fa-f]{12}$/),
    "uri-template": text("matchesUriTemplate"),
    "json-pointer": text(/^(?![^/]|[^]*~(?![01]))/),
    "relative-json-pointer": text(/^(?:0|[1-9]\d*)(?:#$|(?![^/]|[^]*~(?![01])))/),
    regex: text("matchesRegExp"),

    int8: integer(-(2 ** 7), 2 ** 7 - 1),
    int16: integer(-(2 ** 15), 2 ** 15 - 1),
    int32: integer(-(2 ** 31), 2 ** 31 - 1),
    // A number beyond 53 bits is rounded before a guard sees it, so the rounded limit must pass.
    int64: numberOrText(integer(-(2n ** 63n), 2n ** 63n - 1n), "matchesInt64"),
    uint8: integer(0, 2 ** 8 - 1),
    uint16: integer(0, 2 ** 16 - 1),
    uint32: integer(0, 2 ** 32 - 1),
    uint64: numberOrText(integer(0, 2n ** 64n - 1n), "matchesUint64"),
    "double-int": integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    "sf-integer": integer(-999_999_999_999_999, 999_999_999_999_999),
    "sf-decimal": number(
      { kind: "multipleOf", divisor: 0.001 },
      bound("minimum", -999_999_999_999.999),
      bound("maximum", 999_999_999_999.999),
    ),
    // From here on, a number is rounded to infinity.
    float: number(
      bound("exclusiveMinimum", -(2 ** 128 - 2 ** 103)),
      bound("exclusiveMaximum", 2 ** 128 - 2 ** 103),
    ),
    double: number(),
    decimal: numberOrText(number(), /^-?\d+(?:\.\d+)?$/),
    decimal128: numberOrText(number(), "matchesDecimal128"),
    unixtime: numberOrText(number({ kind: "multipleOf", divisor: 1 }), /^-?\d+$/),

    byte: text("matchesBase64"),
    base64url: text("matchesBase64Url"),
    char: text(/^[^]$/u),
    "date-time-local": text("matchesDateTimeLocal"),
    "time-local": text("matchesTimeLocal"),
    "http-date": text("matchesHttpDate"),
    "ipv4-cidr": text("matchesIpv4Cidr"),
    "ipv6-cidr": text("matchesIpv6Cidr"),
    language: text("matchesLanguage"),
    "media-range": text("matchesMediaRange"),
    "sf-binary": text(/^:[A-Za-z\d+/=]*:$/),
    "sf-boolean": text(/^\?[01]$/),
    "sf-string": text("matchesSfString"),
    "sf-token": text(/^[A-Za-z*][\w!#$%&'*+.^`|~:/-]*$/),
    binary: text(),
    commonmark: text(),
    html: text(),
    password: text(),
  } satisfies Record<string, Asked>).map(([name, asked]) => [name, known(name, asked)]),
);

/**
 * The known format with a name.
 *
 * @param pattern The regular expression that the config gives for it, if any.
 */
export function formatNamed(name: string, pattern?: string): KnownFormat | undefined {
  return pattern === undefined
    ? knownFormats.get(name)
    : known(name, text(new RegExp(pattern, "u")));
}

/**
 * The checks of a format for numbers and for strings; undefined for a type that it does not apply
 * to.
 */
interface Asked {
  readonly number?: readonly Check[];
  readonly string?: readonly (RegExp | FormatFunction)[];
}

function text(...tests: readonly (RegExp | FormatFunction)[]): Asked {
  return { string: tests };
}

function number(...checks: readonly Check[]): Asked {
  return { number: checks };
}

function numberOrText(asked: Asked, test: RegExp | FormatFunction): Asked {
  return { ...asked, ...text(test) };
}

function integer(minimum: number | bigint, maximum: number | bigint): Asked {
  return number(
    { kind: "multipleOf", divisor: 1 },
    bound("minimum", minimum),
    bound("maximum", maximum),
  );
}

function bound(keyword: BoundKeyword, limit: number | bigint): Check {
  // A `number` may hold the limit only approximately.
  const written = typeof limit === "bigint" ? { written: String(limit) } : {};
  return { kind: "bound", keyword, limit: Number(limit), ...written };
}

function known(format: string, asked: Asked): KnownFormat {
  const checksOf: readonly (readonly [JsonType, readonly Check[] | undefined])[] = [
    ["number", asked.number],
    ["string", asked.string?.map((test) => ({ kind: "format", test, format }))],
  ];
  const about = checksOf.flatMap(([type, checks]) =>
    checks === undefined ? [] : [{ type, checks }],
  );
  return {
    types: about.map(({ type }) => type),
    checks: about.flatMap(({ type, checks }): Checks =>
      checks.length === 0 ? [] : [{ kind: "when", type, checks }],
    ),
  };
}
