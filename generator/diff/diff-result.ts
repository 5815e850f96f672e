import type { Direction } from "../core/direction.js";
import type { Json } from "../core/json.js";
import type { Issue } from "../runtime/issue.js";

/** What a change of a document asks of those who use it, in the terms of semantic versioning. */
export type Verdict = "major" | "minor" | "patch" | "none";

/** A position in a document; line and column count from 1. */
export interface DiffLocation {
  /** A path relative to the working directory, a URL, or `git:REF:path`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a payload is: a value of a component, or a part of an operation. */
export interface PayloadPart {
  readonly part: "component" | "requestBody" | "response" | "header" | "parameter";
  /** The parameter as `query limit`, or the name of the header. */
  readonly name?: string;
  /** The status of the response, a range such as `4XX`, or `default`. */
  readonly status?: string;
  readonly mediaType?: string;
}

/** A payload that one document accepts and the other one rejects. The guards of both have decided it. */
export type Proof = PayloadPart & {
  readonly acceptedBy: "old" | "new";
  /** Why the other document rejects it. */
  readonly issue: Issue;
} & ({ readonly value: Json } | { readonly absent: true });

/** How a type differs. */
export interface TypeChange {
  /** The type, or the member as `Batch.usage`. */
  readonly member: string;
  /** The old type as TypeScript; undefined if there was none. */
  readonly old?: string;
  /** The new type as TypeScript; undefined if there is none. */
  readonly new?: string;
}

/** Which decision of the rules was made instead of a payload. */
export type DiffRule =
  | "operation-added"
  | "operation-removed"
  | "component-added"
  | "component-removed"
  | "parameter-added"
  | "parameter-removed"
  | "parameter-encoding"
  | "request-body-added"
  | "request-body-removed"
  | "media-type-added"
  | "media-type-removed"
  | "status-added"
  | "status-removed"
  | "header-added"
  | "header-removed"
  | "security"
  | "servers";

/** One change, in the component or the operation in which it was made. */
export interface Change {
  /** Is the same in each run, whatever the files are called. */
  readonly id: string;
  /** The name of the component; undefined for a change in an operation itself. */
  readonly component?: string;
  /** The part of the document: a JSON pointer into the component, or into the document. */
  readonly pointer: string;
  /** The direction in which the values are sent. */
  readonly direction: Direction;
  /** The operations that it reaches, as `POST /batches`. */
  readonly operations: readonly string[];
  /** Whether data that was valid is rejected. */
  readonly data: "breaking" | "compatible" | "unknown";
  /** Whether code that compiled no longer does. */
  readonly types: "breaking" | "compatible";
  /** What changed: one sentence, without a full stop. */
  readonly message: string;
  /** The payload that shows a break. */
  readonly proof?: Proof;
  /** The rule that decided, if there is no payload. */
  readonly rule?: DiffRule;
  /** For unknown data: the keyword that cannot be decided. */
  readonly construct?: string;
  /** For unknown data: how many payloads were tried. */
  readonly tried?: number;
  /** How the types differ, if they do. */
  readonly typeChange?: TypeChange;
  /** Where it was; undefined if there is no such place in the old document. */
  readonly old?: DiffLocation;
  /** Where it is; undefined if there is no such place in the new document. */
  readonly new?: DiffLocation;
}

/** A change that changes neither data nor types: of the meaning, or of the documentation. */
export interface DiffNote {
  readonly id: string;
  readonly component?: string;
  readonly pointer: string;
  /** The keyword or the field, such as `default` or `description`. */
  readonly keyword: string;
  readonly message: string;
  readonly old?: DiffLocation;
  readonly new?: DiffLocation;
}

/** How many entries there are of each kind. */
export interface DiffCounts {
  readonly breaking: number;
  readonly unknown: number;
  readonly compatible: number;
  /** How many changes break types. */
  readonly types: number;
  readonly meaning: number;
  readonly documentation: number;
}

/** The differences of two documents. */
export interface Diff {
  readonly verdict: Verdict;
  readonly counts: DiffCounts;
  readonly changes: readonly Change[];
  /** Changes of what values mean that no guard can see: defaults, formats that are not asserted, deprecation. */
  readonly meaning: readonly DiffNote[];
  readonly documentation: readonly DiffNote[];
}
