/** A schema, and what is valid under it. */
import type { Json } from "../../../generator/core/json.js";
export interface Row {
  /** The name of the component, to which others may refer. */
  readonly name: string;
  /** What holds, to follow the name. */
  readonly about: string;
  /** A schema of JSON Schema 2020-12. */
  readonly schema: Json;
  readonly valid: readonly Json[];
  readonly invalid: readonly Json[];
  /** Why TypeScript cannot say it, where its type does not have every value that is valid. */
  readonly untypable?: string;
  /** What decides instead of Ajv where Ajv is wrong. */
  readonly instead?: Instead;
}

/** A judge for one schema, by hand. */
interface Instead {
  /** What Ajv does that is wrong. */
  readonly reason: string;
  readonly isValid: (value: Json) => boolean;
  /** An instance that Ajv gets wrong: when it no longer does, the reason is gone. */
  readonly wrongAbout: Json;
}
