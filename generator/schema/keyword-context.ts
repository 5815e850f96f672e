import type { FormatRule } from "../config/formats.js";
import type { ErrorCode, WarningCode } from "../core/diagnostic-code.js";
import type { Warning } from "../core/diagnostic.js";
import type { Json, JsonObject } from "../core/json.js";
import { below, type Place } from "../core/place.js";
import type { SchemaId } from "../core/schema-id.js";
import { malformedAnnotation } from "../openapi/annotations.js";
import { scopeInside } from "./in-direction.js";
import type { ParseContext, ReferenceKind } from "./keywords/keyword.js";
import type { Entered, ParseEnvironment, Position } from "./parse-environment.js";
import type { Schema } from "./schema.js";
import type { Scope } from "./scope.js";

/** A schema whose keywords are being parsed. */
export interface OpenSchema {
  /** Its keywords in the terms of JSON Schema 2020-12. */
  readonly raw: JsonObject;
  /** The keywords that the document writes under another name, with that name. */
  readonly origins: ReadonlyMap<string, string>;
  readonly position: Entered;
  readonly environment: ParseEnvironment;
  /** Parses a schema inside. */
  readonly parse: (raw: Json, reached: Position, environment: ParseEnvironment) => Schema;
  /** Whether a keyword was only partly read. */
  isLoose: boolean;
}

/** The context in which one keyword of a schema is parsed. */
export class KeywordContext implements ParseContext {
  readonly keyword: string;
  readonly #schema: OpenSchema;
  #place: Place | undefined;

  constructor(keyword: string, schema: OpenSchema) {
    this.keyword = keyword;
    this.#schema = schema;
  }

  get beside(): JsonObject {
    return this.#schema.raw;
  }

  schema(raw: Json, token?: string | number): Schema {
    const { parse, environment } = this.#schema;
    const at = this.#at();
    const place = token === undefined ? at : below(at, token);
    return parse(raw, { place, scope: this.#scope(), within: this.keyword }, environment);
  }

  schemasAt(reference: string): ReadonlyMap<string, Schema> {
    return this.#schema.environment.schemasAt(reference, this.#at(), this.#scope());
  }

  resolve(reference: string, kind: ReferenceKind): SchemaId | undefined {
    return this.#schema.environment.resolve(reference, kind, this.#at(), this.#scope());
  }

  formatRule(name: string): FormatRule {
    const { environment, position } = this.#schema;
    return environment.formatRule(name, position.place);
  }

  malformed(wanted: string, help = "correct the value, or remove the keyword"): undefined {
    this.#schema.environment.log.error({
      code: "malformed-keyword",
      message: `\`${this.keyword}\` takes ${wanted}`,
      help,
      place: this.#at(),
    });
  }

  coerced(wanted: string, reading: string): void {
    const { log } = this.#schema.environment;
    log.warning(coercedKeyword(this.keyword, wanted, reading, this.#at()));
  }

  malformedAnnotation(wanted: string, reading?: string): undefined {
    const { log } = this.#schema.environment;
    log.warning(malformedAnnotation(this.keyword, wanted, this.#at(), reading));
  }

  warn(code: WarningCode, message: string, help?: string, key?: string): void {
    const { log } = this.#schema.environment;
    log.warning({ code, message, place: this.#atKey(key), ...(help !== undefined && { help }) });
  }

  leaveOut(code: WarningCode, message: string, help?: string, key?: string): void {
    this.warn(code, message, help, key);
    this.#schema.isLoose = true;
  }

  fail(code: ErrorCode, message: string, help?: string, key?: string): void {
    const { log } = this.#schema.environment;
    log.error({ code, message, place: this.#atKey(key), ...(help !== undefined && { help }) });
  }

  /** The place of the keyword, computed when first needed: most keywords never need it. */
  #at(): Place {
    const { position, origins } = this.#schema;
    this.#place ??= below(position.place, origins.get(this.keyword) ?? this.keyword);
    return this.#place;
  }

  #atKey(key: string | undefined): Place {
    const at = this.#at();
    return key === undefined ? at : { ...below(at, key), part: "key" };
  }

  #scope(): Scope {
    const { scope, unsent } = this.#schema.position;
    return scopeInside(this.keyword, scope, unsent);
  }
}

/** The warning about a keyword whose value has the wrong type but a clear meaning. */
export function coercedKeyword(
  keyword: string,
  wanted: string,
  reading: string,
  place: Place,
): Warning {
  return {
    code: "coerced-keyword",
    message: `\`${keyword}\` takes ${wanted}`,
    help: `correct the value: it is read as ${reading}`,
    place,
  };
}
