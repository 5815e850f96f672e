/** A segment of a path template: texts, with a variable between each two of them. */
export interface SegmentTemplate {
  /** One more than there are variables; an empty text stands where a variable has no text beside it. */
  readonly texts: readonly string[];
  readonly names: readonly string[];
}

/** Splits a path template at its slashes: `/batches/{batch_id}`. */
export function parseTemplate(template: string): readonly SegmentTemplate[] {
  return segmentsOf(template).map((segment) => {
    // Braces that are not paired are text.
    const pieces = segment.split(/\{([^{}]+)\}/);
    return {
      texts: pieces.filter((_, index) => index % 2 === 0).map(decodeSegment),
      names: pieces.filter((_, index) => index % 2 === 1),
    };
  });
}

/** The segments of a path, as they are written. A slash at the end begins one more, which is empty. */
export function segmentsOf(path: string): readonly string[] {
  return path.replace(/^\//, "").split("/");
}

/** A segment without percent encoding; as it is written, if it has a percent sign that encodes nothing. */
export function decodeSegment(segment: string): string {
  try {
    return segment.includes("%") ? decodeURIComponent(segment) : segment;
  } catch {
    return segment;
  }
}

/**
 * Returns the values of the variables of a segment, not decoded. Each is at least one character long, and
 * ends where the text behind it first occurs. Where no text separates two variables, the second one begins
 * with its name in matrix style (`;name`), or with a dot.
 *
 * @param segment - A segment of a path, as it is written.
 * @returns The values in the order of the variables; undefined, if the segment does not fit.
 */
export function matchSegment(
  { texts, names }: SegmentTemplate,
  segment: string,
): readonly string[] | undefined {
  const [text, offsets] = decodeWithOffsets(segment);
  const first = texts[0] ?? "";
  const last = texts[texts.length - 1] ?? "";
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined;
  const values: string[] = [];
  let start = first.length;
  for (let index = 0; index < names.length; index++) {
    const next = names[index + 1];
    const between = texts[index + 1] ?? "";
    const stop =
      next === undefined
        ? end
        : between === ""
          ? startOfNext(text, start + 1, next)
          : text.indexOf(between, start + 1);
    if (stop <= start || stop > end) return undefined;
    values.push(segment.slice(offsets(start), offsets(stop)));
    start = stop + (next === undefined ? 0 : between.length);
  }
  return values;
}

function startOfNext(text: string, from: number, name: string): number {
  const start = text.indexOf(`;${name}`, from);
  return start < 0 ? text.indexOf(".", from) : start;
}

/** Decodes a segment, and tells for each offset in the decoded text the one in the segment. */
function decodeWithOffsets(segment: string): readonly [string, (offset: number) => number] {
  if (!segment.includes("%")) return [segment, (offset) => offset];
  let text = "";
  const offsets: number[] = [];
  for (const { 0: written, index } of segment.matchAll(pieces)) {
    // Only what can be decoded is: errors take long.
    const isEncoded = written.length > 1 && written.startsWith("%");
    const piece = isEncoded ? decodeSegment(written) : written;
    for (let at = 0; at < piece.length; at += 1)
      offsets[text.length + at] = index + (isEncoded ? 0 : at);
    text += piece;
  }
  return [text, (offset) => offsets[offset] ?? segment.length];
}

/** Encoded characters, each of one to four bytes, of which the first tells how many follow; and other text. */
const pieces =
  /%[0-7][\da-f]|(?:%c[2-9a-f]|%d[\da-f])%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-4](?:%[89ab][\da-f]){3}|[^%]+|%/gi;
