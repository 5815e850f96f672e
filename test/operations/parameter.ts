import type {
  Parameter,
  ParameterCodec,
  ParameterLocation,
} from "../../generator/runtime/parameter.js";
import {
  readParameters,
  type RawParameters,
  type ReadParameters,
} from "../../generator/runtime/read-parameters.js";
import {
  writeParameters,
  type WrittenParameters,
} from "../../generator/runtime/write-parameters.js";

/** A parameter whose schema is a function. */
export function parameter(
  name: string,
  location: ParameterLocation,
  codec: ParameterCodec,
  is: (value: unknown) => boolean = () => true,
): Parameter {
  const collect = (): void => undefined;
  return { name, in: location, codec, schema: { is, "~collect": collect, "~place": "#" } };
}

/** Writes the value of one parameter, and returns the text that is sent for it. */
export function writeOne(
  codec: ParameterCodec,
  location: ParameterLocation,
  value: unknown,
  name = "color",
): string | undefined {
  const group = location === "querystring" ? value : { [name]: value };
  const written = writeParameters(
    `/{${name}}`,
    [parameter(name, location, codec)],
    Object.fromEntries([[location, group]]),
  );
  switch (location) {
    case "path":
      return written.path.slice(1);
    case "header":
      return written.headers[0]?.[1];
    case "cookie":
      return written.cookie === "" ? undefined : written.cookie;
    default:
      return written.query === "" ? undefined : written.query;
  }
}

/** Reads the value of one parameter from the text that was sent for it. */
export function readOne(
  codec: ParameterCodec,
  location: ParameterLocation,
  text: string | undefined,
  { name = "color", is }: { name?: string; is?: (value: unknown) => boolean } = {},
): unknown {
  const raw: RawParameters = {
    path: Object.fromEntries(text === undefined ? [] : [[name, text]]),
    query: text ?? "",
    header: () => text,
    cookie: text,
  };
  const read = readParameters([parameter(name, location, codec, is)], raw);
  return location === "querystring"
    ? read[location]
    : new Map(Object.entries(read[location] ?? {})).get(name);
}

/** Reads what was written. */
export function readWritten(
  parameters: readonly Parameter[],
  written: WrittenParameters,
  path: RawParameters["path"],
): ReadParameters {
  const headers = new Headers(
    written.headers.map(([name, value]): [string, string] => [name, value]),
  );
  return readParameters(parameters, {
    ...(path && { path }),
    query: written.query,
    header: (name) => headers.get(name),
    cookie: written.cookie,
  });
}
