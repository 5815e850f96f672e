import type {
  Change,
  Contradiction,
  Evidence,
  LeftContradiction,
  Reconciliation,
} from "../../generator/reconcile/reconciliation.js";
import {
  reportOf,
  type ReconcileReport,
} from "../../generator/commands/reconcile-reports/report.js";

const uri = "file:///openapi.yaml";

/** A sample that shows something, in a file of lines. */
export function evidenceAt(line: number, received = "null", pointer = "/model"): Evidence {
  return { origin: { file: "batches.jsonl", line, pointer: "" }, pointer, received };
}

/** A contradiction in a property of Batch, which one sample shows. */
export function contradiction(parts: Partial<Contradiction> = {}): Contradiction {
  return {
    cause: "null-not-allowed",
    place: { uri, pointer: "/components/schemas/Batch/properties/model/type" },
    subjects: ["Batch"],
    expected: "a string",
    evidence: [evidenceAt(3)],
    samples: 1,
    ...parts,
  };
}

/** A change that settles contradictions. */
export function changeOf(
  contradictions: readonly Contradiction[],
  parts: Partial<Change> = {},
): Change {
  const place = { uri, pointer: "/components/schemas/Batch/properties/model" };
  return { contradictions, places: [place], summary: "accept null", ...parts };
}

/** A contradiction that needs a decision. */
export function leftOf(parts: Partial<LeftContradiction> = {}): LeftContradiction {
  return {
    ...contradiction({
      cause: "type-not-allowed",
      place: { uri, pointer: "/paths/~1batches/post/responses/200/content/json/schema/type" },
      subjects: ["POST /batches 200"],
      expected: "an object",
      evidence: [evidenceAt(9, '"{{batch}}" (string)', "")],
    }),
    reason: "a template is no value of any schema",
    ...parts,
  };
}

/** What was found: nothing, but for what is given. */
export function found(parts: Partial<Reconciliation> = {}): Reconciliation {
  return {
    samples: 0,
    accepted: 0,
    acceptedAfter: 0,
    changes: [],
    left: [],
    unusable: [],
    slips: [],
    ...parts,
  };
}

/** A report of a bit of everything. */
export const everything: Reconciliation = found({
  samples: 12,
  accepted: 6,
  acceptedAfter: 11,
  changes: [
    changeOf([contradiction({ samples: 3, evidence: [3, 4, 5].map((line) => evidenceAt(line)) })]),
    changeOf(
      [
        contradiction({
          place: { uri, pointer: "/components/schemas/Error/properties/line/type" },
          subjects: ["Batch", "Error"],
          expected: "an integer",
        }),
      ],
      { summary: "accept null", choice: "the component, as both of its uses are contradicted" },
    ),
    changeOf(
      [
        contradiction({
          cause: "property-missing",
          place: { uri, pointer: "/components/schemas/Batch/required" },
          expected: 'the property "endpoint"',
          evidence: [evidenceAt(7, "nothing", "")],
        }),
      ],
      {
        summary: 'do not require "endpoint"',
        places: [{ uri, pointer: "/components/schemas/Batch" }],
      },
    ),
  ],
  left: [leftOf()],
  unusable: [
    {
      origin: { file: "batches.jsonl", line: 8, pointer: "" },
      subject: "Batch",
      reason: "it is not JSON: trailing comma",
    },
  ],
  slips: [
    {
      origin: { file: "openapi.yaml", pointer: "/components/schemas/Error/x-oaiMeta/example" },
      subject: "Error",
      reason: "there is a comma before the end of an object",
    },
  ],
});

/** A report whose places have the length of their pointers as their lines. */
export function report(reconciliation: Reconciliation, document = "openapi.yaml"): ReconcileReport {
  return reportOf(reconciliation, document, (place) => ({
    file: document,
    isLocal: place.uri.startsWith("file:"),
    line: place.pointer.length,
    column: 5,
    pointer: place.pointer,
  }));
}

const poison =
  "\u001b]0;x\u0007\u009b2J\r\n::error::\u202e<img src=x onerror=alert(1)></style></title><script>alert(2)</script>" +
  '" onload="alert(3)\' `code` | **bold** [link](javascript:alert(4)) @user #1 https://evil.example %0A &lt; \ud800';

/** A report in which every text is hostile. */
export function hostile(): ReconcileReport {
  const origin = { file: poison, line: 1, pointer: `/${poison}` };
  const place = {
    uri: "file:///x",
    pointer: `/components/schemas/${poison.replaceAll("/", "~1")}`,
  };
  const parts: Contradiction = {
    cause: "other",
    place,
    subjects: [poison, poison],
    expected: poison,
    evidence: [
      { origin, pointer: `/${poison}`, received: poison },
      { origin, pointer: "", received: poison },
    ],
    samples: 2,
  };
  const unusable = { origin, subject: poison, reason: poison };
  return report(
    found({
      samples: 2,
      changes: [{ contradictions: [parts], places: [place], summary: poison, choice: poison }],
      left: [{ ...parts, reason: poison }],
      unusable: [unusable],
      slips: [unusable],
    }),
    poison,
  );
}
