import type { BodyCodec } from "./body.js";
import { bodyStream } from "./body-chunks.js";
import type { Issue } from "./issue.js";
import { fileSchema } from "./multipart-schema.js";
import type { PartCodec, PartContent } from "./multipart-parts.js";
import type { ValueSchema } from "./parameter.js";
import { bodyError, readValue } from "./read-body.js";
import { ValidationError } from "./validation-error.js";
import { isObject } from "./values.js";
import { refuse } from "./write-body.js";

/**
 * The type of a form with files: that of its model, where files are texts.
 *
 * @typeParam Names - The names of the members that are files, or lists of files.
 */
export type WithFiles<T, Names extends string> = T extends unknown
  ? { [Name in keyof T]: Name extends Names ? FileFor<T[Name]> : T[Name] }
  : never;

type FileFor<Value> = unknown extends Value
  ? Blob
  : Value extends readonly unknown[]
    ? { [Index in keyof Value]: FileFor<Value[Index]> }
    : Value extends string
      ? Blob
      : Value;

/** A field of a form. */
export interface PartField {
  readonly name: string;
  readonly part: PartCodec;
  /** Decides which values are valid, if a text can have several shapes. */
  readonly schema?: Pick<ValueSchema, "is">;
}

/**
 * Makes the codec of a form in `multipart/form-data`. Files are `Blob`s or `File`s, with their names and
 * media types. The platform writes the form, so that line ends in texts become CR LF, and parts have no
 * headers of their own.
 *
 * @param schema - The schema of the model, where files are texts.
 * @param fields - The members that the schema describes.
 * @param others - Writes and reads further members.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc7578 | RFC 7578}
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#encoding-multipart-media-types | OpenAPI 3.2, Encoding multipart Media Types}
 */
export function multipartBody(
  schema: ValueSchema,
  fields: readonly PartField[],
  others: PartCodec,
): BodyCodec {
  const files = fields.flatMap(({ name, part }) => (part.isFile === true ? [name] : []));
  const byName = new Map(fields.map((field) => [field.name, field]));
  const fieldOf = (name: string): PartField => byName.get(name) ?? { name, part: others };
  return {
    mediaType,
    schema: files.length > 0 ? fileSchema(schema, files) : schema,
    write: (value) => {
      if (!isObject(value)) return refuse("an object", value);
      const body = new FormData();
      for (const [name, member] of Object.entries(value)) {
        if (member !== undefined) writeField(fieldOf(name), member, name, body);
      }
      return { body };
    },
    read: (message, options) =>
      readValue(async () => {
        const members: [string, unknown][] = [];
        const issues: Issue[] = [];
        for (const [name, parts] of await readParts(message)) {
          const { part, schema: { is } = anything } = fieldOf(name);
          const read = await readValue(() => part.read(parts, is, options));
          if (read.issues) issues.push(...read.issues.map((issue) => issueIn(name, issue)));
          else members.push([name, read.value]);
        }
        if (issues.length > 0) throw new ValidationError("form", issues);
        return Object.fromEntries(members);
      }),
  };
}

const mediaType = "multipart/form-data";

const anything = { is: () => true };

/** Adds the parts of a member to a form. */
function writeField({ part }: PartField, member: unknown, name: string, form: FormData): void {
  try {
    for (const content of part.write(member)) {
      // The name of a file is that of the `File`.
      if (typeof content === "string") form.append(name, content);
      else form.append(name, content);
    }
  } catch (error) {
    throw error instanceof TypeError ? new TypeError(`${name}: ${error.message}`) : error;
  }
}

/** Reads the parts of a form, by the names of their fields. */
async function readParts(
  message: Request | Response,
): Promise<ReadonlyMap<string, readonly PartContent[]>> {
  let failure: unknown;
  const stream = bodyStream(message, undefined, (error) => {
    failure = error;
  });
  const headers = { "content-type": message.headers.get("content-type") ?? "" };
  const parts = new Map<string, PartContent[]>();
  try {
    // It is deprecated because it keeps the form in memory, whose size a server limits.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const form = await new Response(stream, { headers }).formData();
    form.forEach((content, name) => {
      const same = parts.get(name);
      if (same === undefined) parts.set(name, [content]);
      else same.push(content);
    });
  } catch {
    // Streams fail with errors, and with the reasons for which callers abort them.
    throw (failure ?? bodyError("body", mediaType, "a malformed or truncated form")) as Error;
  }
  return parts;
}

/** An issue with a member of a form. */
function issueIn(name: string, issue: Issue): Issue {
  const token = name.replace(/~/g, "~0").replace(/\//g, "~1");
  return {
    ...issue,
    path: [name, ...issue.path],
    pointer: `/${token}${issue.pointer}`,
    message: `${name}: ${issue.message}`,
  };
}
