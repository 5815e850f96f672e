// Every format has a module of its own, so that a package contains only what its guards need.

/** The module of the runtime that exports the function of a format. */
export const formatModules = {
  matchesBase64: "format-base64",
  matchesBase64Url: "format-base64url",
  matchesDate: "format-date",
  matchesDateTime: "format-date-time",
  matchesDateTimeLocal: "format-date-time-local",
  matchesDecimal128: "format-decimal128",
  matchesDuration: "format-duration",
  matchesEmail: "format-email",
  matchesHostname: "format-hostname",
  matchesHttpDate: "format-http-date",
  matchesIdnEmail: "format-idn-email",
  matchesIdnHostname: "format-idn-hostname",
  matchesInt64: "format-int64",
  matchesIpv4: "format-ipv4",
  matchesIpv4Cidr: "format-ipv4-cidr",
  matchesIpv6: "format-ipv6",
  matchesIpv6Cidr: "format-ipv6-cidr",
  matchesIri: "format-iri",
  matchesIriReference: "format-iri-reference",
  matchesLanguage: "format-language",
  matchesMediaRange: "format-media-range",
  matchesRegExp: "format-regex",
  matchesSfString: "format-sf-string",
  matchesTime: "format-time",
  matchesTimeLocal: "format-time-local",
  matchesUint64: "format-uint64",
  matchesUri: "format-uri",
  matchesUriReference: "format-uri-reference",
  matchesUriTemplate: "format-uri-template",
} as const;

/** A module of the runtime that has the function of a format. */
export type FormatModule = (typeof formatModules)[keyof typeof formatModules];

/** A module of the runtime that several modules of formats import. */
export type FormatPart =
  "idna" | "idna-joining" | "integer-text" | "iri-syntax" | "punycode" | "uri-syntax";

/** The imports of the modules of formats, and of those that they share. */
export const importsOfFormats: Readonly<
  Record<FormatModule | FormatPart, readonly (FormatModule | FormatPart)[]>
> = {
  "format-base64": [],
  "format-base64url": [],
  "format-date": [],
  "format-date-time": ["format-date", "format-time"],
  "format-date-time-local": ["format-date", "format-time-local"],
  "format-decimal128": [],
  "format-duration": [],
  "format-email": ["format-ipv4", "format-ipv6"],
  "format-hostname": ["idna"],
  "format-http-date": ["format-date"],
  "format-idn-email": ["format-email", "idna"],
  "format-idn-hostname": ["idna"],
  "format-int64": ["integer-text"],
  "format-ipv4": [],
  "format-ipv4-cidr": ["format-ipv4"],
  "format-ipv6": ["format-ipv4"],
  "format-ipv6-cidr": ["format-ipv6"],
  "format-iri": ["iri-syntax", "uri-syntax"],
  "format-iri-reference": ["iri-syntax", "uri-syntax"],
  "format-language": [],
  "format-media-range": [],
  "format-regex": [],
  "format-sf-string": [],
  "format-time": [],
  "format-time-local": [],
  "format-uint64": ["integer-text"],
  "format-uri": ["uri-syntax"],
  "format-uri-reference": ["uri-syntax"],
  "format-uri-template": ["iri-syntax"],
  idna: ["idna-joining", "punycode"],
  "idna-joining": [],
  "integer-text": [],
  "iri-syntax": [],
  punycode: [],
  "uri-syntax": ["format-ipv6"],
};
