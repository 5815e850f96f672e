import { exported, literal, object, pureCall } from "../../code/expressions.js";
import type { Expression } from "../../code/nodes.js";
import type { JsonType } from "../../core/json-type.js";
import type { Found } from "../../openapi/navigate.js";
import { isJsonMediaType } from "../../openapi/media-type.js";
import {
  defaultStyles,
  isExplodedByDefault,
  type Encoding,
} from "../../openapi/parameter-encoding.js";
import type { RuntimeModule } from "../runtime.js";
import type { Unsupported, UnsupportedKind } from "./unsupported.js";

/** The module of the runtime with each style, and where the style is defined. */
const styles: Readonly<Record<string, readonly [module: RuntimeModule, ...where: string[]]>> = {
  matrix: ["parameter-matrix", "path"],
  label: ["parameter-label", "path"],
  simple: ["parameter-simple", "path", "header"],
  form: ["parameter-form", "query", "cookie"],
  cookie: ["parameter-cookie", "cookie"],
  spaceDelimited: ["parameter-delimited", "query"],
  pipeDelimited: ["parameter-delimited", "query"],
  deepObject: ["parameter-deep-object", "query"],
};

type StyleEncoding = Extract<Encoding, { readonly kind: "style" }>;

/** A value in a style: its shape, and the types that it can have. */
export interface StyledValue {
  readonly shape: Expression;
  readonly types: ReadonlySet<JsonType>;
}

/**
 * The code of the codec of a parameter or a header with a style.
 *
 * @param where The `in` of the parameter; `header` for a header.
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#style-values | OpenAPI 3.2, Style Values}
 */
export function styleCodec(
  encoding: StyleEncoding,
  where: string,
  { shape, types }: StyledValue,
  report: (kind: UnsupportedKind) => void,
): Expression {
  const known = styles[encoding.style];
  const isKnown = known?.includes(where) === true;
  if (!isKnown) report("style");
  else if (!isDefined(encoding, types)) report("style-and-type");
  const style = isKnown ? encoding.style : (defaultStyles.get(where) ?? "form");
  const [module] = styles[style] ?? ["parameter-form" as const];
  const { explode, allowReserved } = encoding;
  // Objects in the style deepObject are always apart.
  const isOther = explode !== isExplodedByDefault(style) && style !== "deepObject";
  const options = [
    ...(isOther ? [["explode", literal(explode)] as const] : []),
    ...(allowReserved && style !== "cookie"
      ? [["encode", exported("encodeExceptReserved", "runtime/percent-reserved")] as const]
      : []),
  ];
  return pureCall(
    exported(style, `runtime/${module}`),
    shape,
    ...(options.length === 0 ? [] : [object(options)]),
  );
}

/** Whether the specification defines a style for some of the types of a value. */
function isDefined({ style, explode }: StyleEncoding, types: ReadonlySet<JsonType>): boolean {
  switch (style) {
    case "deepObject":
      return types.has("object");
    case "spaceDelimited":
    case "pipeDelimited":
      return !explode && (types.has("array") || types.has("object"));
    default:
      return true;
  }
}

/** The code of the codec of a parameter or a header with a media type. */
export function contentCodec(
  mediaType: string,
  shape: () => Expression,
  at: Found,
  unsupported: Unsupported,
): Expression {
  const module = "runtime/parameter-content";
  if (isJsonMediaType(mediaType)) return pureCall(exported("jsonContent", module));
  if (!mediaType.startsWith("text/")) unsupported.add("parameter-content", at.place);
  const own = shape();
  const isText = own.kind === "exported" && own.name === "asText";
  return pureCall(exported("textContent", module), ...(isText ? [] : [own]));
}
