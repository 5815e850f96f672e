import type { Parameter, ParameterLocation, RawPair } from "./parameter.js";
import { sourceOf } from "./parameter-source.js";
import { parsePairs } from "./raw-pairs.js";
import { own } from "./values.js";

/** The texts of a request that have parameters, as they were sent: not decoded. */
export interface RawParameters {
  /** The values of the variables of the path template, by name. */
  readonly path?: Readonly<Record<string, string>>;
  /** The query without a question mark. */
  readonly query?: string;
  /** Returns a header; null or undefined, if it is not there. */
  readonly header?: (name: string) => string | null | undefined;
  /** The field `Cookie`. */
  readonly cookie?: string | null | undefined;
}

/** The parameters of a request by location; in `querystring`, the whole query as one value. */
export type ReadParameters = Partial<Record<ParameterLocation, unknown>>;

/**
 * Reads the parameters of a request, or the headers of a response. It does not check them: what their
 * schemas do not accept is left as text. It never throws.
 *
 * @returns The parameters by location, as a call has them, with a group for each location that a
 *   parameter has.
 */
export function readParameters(
  parameters: readonly Parameter[],
  raw: RawParameters,
): ReadParameters {
  const pairs: Partial<Record<ParameterLocation, readonly RawPair[]>> = {
    query: parsePairs(raw.query ?? "", "&"),
    cookie: parsePairs(raw.cookie ?? "", ";"),
  };
  const result: ReadParameters = {};
  const groups = new Map<ParameterLocation, [string, unknown][]>();
  for (const parameter of parameters) {
    const { name, in: location, codec, schema } = parameter;
    const all = parameters.filter((each) => each.in === location);
    const source = sourceOf(
      parameter,
      all,
      pairs[location] ?? textIn(raw, location, name),
      location,
    );
    const value = codec.read(name, source, schema.is);
    if (location === "querystring") result[location] = value;
    else {
      const group = groups.get(location) ?? [];
      groups.set(location, group);
      if (value !== undefined) group.push([name, value]);
    }
  }
  for (const [location, group] of groups) result[location] = Object.fromEntries(group);
  return result;
}

/** The text of a location with one text for each parameter, if it is there. */
function textIn(raw: RawParameters, location: ParameterLocation, name: string): readonly RawPair[] {
  const text =
    location === "path"
      ? own(raw.path ?? {}, name)
      : location === "header"
        ? raw.header?.(name)
        : raw.query;
  return typeof text === "string" && (text !== "" || location === "header") ? [[name, text]] : [];
}
