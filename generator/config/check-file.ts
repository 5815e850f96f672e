import { parseUrl } from "../core/uri.js";
import * as v from "valibot";
import { inheritedKeys } from "./every-key.js";
import { headerNameProblem, headerValueProblem, setHeaders, type RemoteFile } from "./headers.js";
import { jsonSchema, object, objectOr, text, type Forms } from "./schema-parts.js";

const HeaderNameSchema = v.pipe(
  v.string(),
  v.check(
    (name) => headerNameProblem(name) === undefined,
    ({ input }) => headerNameProblem(input) ?? "",
  ),
  jsonSchema({
    pattern: "^[\\w!#$%&'*+.^`|~-]+$",
    not: {
      anyOf: [
        { pattern: `^(?:${[...setHeaders].map(anyCase).join("|")})$` },
        // Such keys are marked, so the regular expression does not see them.
        { enum: inheritedKeys },
      ],
    },
  }),
);

const HeaderValueSchema = v.pipe(
  text,
  v.check(
    (value) => headerValueProblem(value) === undefined,
    ({ input }) => headerValueProblem(input) ?? "",
  ),
  jsonSchema({ pattern: "^(?:[\\t -#%-~\\x80-\\xff]|\\$(?!\\{)|\\$\\{[A-Za-z_]\\w*\\})*$" }),
);

/** Matches a remote URL without flags, which JSON Schema does not have. `URL` checks the host. */
const remoteUrlPattern =
  /^[Hh][Tt][Tt][Pp][Ss]?:\/\/(?:[^\s/\\?#@:<>[\]^|]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?(?:[/\\?#]|$)/;

const remoteSettings = {
  url: v.pipe(
    text,
    v.check(isRemoteUrl, "must be an `http:` or `https:` URL without a password"),
    jsonSchema({ pattern: remoteUrlPattern.source }),
  ),
  headers: v.optional(
    v.pipe(
      object,
      v.record(HeaderNameSchema, HeaderValueSchema),
      v.check(
        (headers) =>
          new Set(Object.keys(headers).map((name) => name.toLowerCase())).size ===
          Object.keys(headers).length,
        "must name each header once, in upper or lower case",
      ),
    ),
  ),
};

const RemoteFileSchema = v.pipe(
  object,
  v.objectWithRest(remoteSettings, v.never(), "must be given"),
);

/** The document, or an overlay. */
export const FileSchema: v.GenericSchema<unknown, string | RemoteFile> & Forms = objectOr(
  RemoteFileSchema,
  text,
);

function isRemoteUrl(text: string): boolean {
  return remoteUrlPattern.test(text) && parseUrl(text) !== undefined;
}

/** Returns a regular expression for a word in any case. */
function anyCase(word: string): string {
  return word.replaceAll(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
}
