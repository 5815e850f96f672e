/** A media range of the field `Accept`, with its weight. */
interface WeightedRange {
  readonly range: string;
  readonly weight: number;
}

/**
 * Returns the media type that a client prefers; the first one, if it has no preference. Parameters other
 * than `q` do not count, and parts that are no media ranges are skipped.
 *
 * @param mediaTypes - Media types or ranges of them, in lower case and without parameters.
 * @param accept - The field `Accept`; null or an empty text accept everything.
 * @returns One of `mediaTypes`; undefined, if the client accepts none of them.
 * @see {@link https://www.rfc-editor.org/rfc/rfc9110.html#section-12.5.1 | RFC 9110, section 12.5.1}
 */
export function preferredMediaType(
  mediaTypes: readonly string[],
  accept: string | null,
): string | undefined {
  const ranges = parseAccept(accept ?? "");
  if (ranges.length === 0) return mediaTypes[0];
  let preferred: string | undefined;
  let greatest = 0;
  for (const type of mediaTypes) {
    const weight = weightOf(type, ranges);
    if (weight > greatest) [preferred, greatest] = [type, weight];
  }
  return preferred;
}

/** Commas and semicolons inside of quotation marks separate nothing. */
const members = /(?:[^,"]|"(?:\\[^]|[^"\\])*"?)+/g;
const parts = /(?:[^;"]|"(?:\\[^]|[^"\\])*"?)+/g;

function parseAccept(accept: string): readonly WeightedRange[] {
  const ranges: WeightedRange[] = [];
  for (const member of accept.match(members) ?? []) {
    const [range = "", ...parameters] = (member.match(parts) ?? []).map((part) =>
      part.trim().toLowerCase(),
    );
    if (!/^(?:\*\/\*|[^\s/*]+\/[^\s/]+)$/.test(range)) continue;
    const quality = parameters.find((each) => /^q\s*=/.test(each));
    const weight = quality === undefined ? 1 : Number(quality.replace(/^q\s*=\s*/, "") || NaN);
    // A weight that is none does not make a type unacceptable.
    ranges.push({ range, weight: weight >= 0 && weight <= 1 ? weight : 1 });
  }
  return ranges;
}

/** The weight of the most specific ranges that fit; 0, if none does. */
function weightOf(mediaType: string, ranges: readonly WeightedRange[]): number {
  const [type = ""] = mediaType.split("/");
  const fits = (test: (range: string) => boolean): number | undefined => {
    const found = ranges.filter(({ range }) => test(range)).map(({ weight }) => weight);
    return found.length === 0 ? undefined : Math.max(...found);
  };
  // A described range stands for each of its types.
  if (mediaType === "*/*") return fits(() => true) ?? 0;
  if (mediaType.endsWith("/*")) {
    return fits((range) => range.startsWith(`${type}/`)) ?? fits((range) => range === "*/*") ?? 0;
  }
  return (
    fits((range) => range === mediaType) ??
    fits((range) => range === `${type}/*`) ??
    fits((range) => range === "*/*") ??
    0
  );
}

/** The media type of a field `Content-Type`, in lower case and without parameters. */
export function mediaTypeOf(contentType: string): string {
  return contentType.replace(/;[^]*/, "").trim().toLowerCase();
}

/** The parameter `charset` of a field `Content-Type`, in lower case. */
export function charsetOf(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1]?.toLowerCase();
}
