import { Random } from "./random.js";

type Fields = Readonly<Record<string, unknown>>;

/** As many as fit into the caches of a processor, and more than V8 could keep apart. */
const count = 64;

/**
 * Batches in four shapes, which is how many V8 keeps apart where a property is read: all fields as
 * the API sends them; all in the order of the alphabet; only what is required and a few more,
 * written as a literal; and without what is null.
 */
export function batches(): readonly unknown[] {
  return Array.from({ length: count }, (_, index) => batchOf(index));
}

/** The same batches, each with its keys in an order of its own. */
export function shuffledBatches(): readonly unknown[] {
  const random = new Random(7);
  return Array.from({ length: count }, (_, index) => {
    const entries = Object.entries(fieldsOf(index)).filter(
      ([, value]) => value !== null || random.below(2) === 0,
    );
    return Object.fromEntries(random.shuffled(entries));
  });
}

/** Batches of which the first property of the schema is wrong. */
export function earlyInvalidBatches(): readonly unknown[] {
  return batches().map((batch, index) =>
    changed(batch, (fields) => {
      fields.id = [17, undefined, null, ["batch"]][index % 4];
    }),
  );
}

/** Batches of which the last property of the last property is wrong. */
export function lateInvalidBatches(): readonly unknown[] {
  return batches().map((batch, index) =>
    changed(batch, (fields) => {
      const usage = usageOf(new Random(index + 1));
      fields.usage = { ...usage, total_tokens: ["17", undefined, null, 1.5][index % 4] };
    }),
  );
}

/** Batches with six things wrong, all over. */
export function badBatches(): readonly unknown[] {
  return batches().map((batch, index) =>
    changed(batch, (fields) => {
      fields.id = index;
      fields.created_at = "yesterday";
      fields.status = "complete";
      fields.errors = { object: "list", data: [{ code: "bad", line: String(index) }] };
      fields.metadata = { run: index };
      fields.usage = { ...usageOf(new Random(index + 1)), output_tokens_details: {} };
    }),
  );
}

/** Pages of 100 batches. */
export function pages(): readonly unknown[] {
  return Array.from({ length: 8 }, (_, page) => ({
    object: "list",
    data: Array.from({ length: 100 }, (_item, index) => batchOf(page * 100 + index)),
    has_more: page < 7,
    first_id: `batch_${page}`,
    last_id: page % 2 === 0 ? null : `batch_${page}99`,
  }));
}

function batchOf(index: number): unknown {
  const fields = fieldsOf(index);
  const entries = Object.entries(fields);
  switch (index % 4) {
    case 0:
      return parsed(entries);
    case 1:
      return parsed(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
    case 2:
      return {
        object: "batch",
        id: fields.id,
        endpoint: fields.endpoint,
        input_file_id: fields.input_file_id,
        completion_window: "24h",
        status: fields.status,
        created_at: fields.created_at,
        metadata: fields.metadata,
        request_counts: fields.request_counts,
        errors: null,
      };
    default:
      return parsed(entries.filter(([key, value]) => value !== null && !isRare(key)));
  }
}

/** What is null in some batches only, so that leaving it out would give each its own shape. */
function isRare(key: string): boolean {
  return key === "metadata" || key === "errors" || key === "usage";
}

/** All fields, in the order in which the API sends them. */
function fieldsOf(index: number): Fields {
  const random = new Random(index + 1);
  const created = 1_760_000_000 + random.below(10_000_000);
  const status = statuses[index % statuses.length];
  return {
    id: random.text("batch_"),
    object: "batch",
    endpoint: random.among(["/v1/responses", "/v1/chat/completions", "/v1/embeddings"]),
    model: "gpt-5-2025-08-07",
    errors: status === "failed" ? errorsOf(random) : null,
    input_file_id: random.text("file-"),
    completion_window: "24h",
    status,
    output_file_id: random.text("file-"),
    error_file_id: null,
    created_at: created,
    in_progress_at: created + random.below(100),
    expires_at: created + 86_400,
    finalizing_at: created + 200,
    completed_at: created + 300,
    failed_at: null,
    expired_at: null,
    cancelling_at: null,
    cancelled_at: null,
    request_counts: { total: 1000, completed: random.below(1000), failed: random.below(10) },
    usage: random.below(3) === 0 ? null : usageOf(random),
    metadata: metadataOf(random),
  };
}

const statuses = [
  ...["validating", "failed", "in_progress", "finalizing"],
  ...["completed", "expired", "cancelling", "cancelled"],
];

function usageOf(random: Random): Fields {
  const [input, output] = [random.below(1_000_000), random.below(1_000_000)];
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: random.below(1000) },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: random.below(1000) },
    total_tokens: input + output,
  };
}

function errorsOf(random: Random): Fields {
  const data = [
    { code: "invalid_json_line", line: random.below(100), message: "No JSON.", param: null },
    { code: "duplicate_custom_id", message: "Used before.", param: "custom_id", line: 17 },
  ];
  return { object: "list", data };
}

function metadataOf(random: Random): Fields | null {
  const names = ["job", "run", "owner", "customer"] as const;
  const size = random.below(5);
  if (size === 0) return null;
  return Object.fromEntries(names.slice(0, size).map((name) => [name, random.text("m_")]));
}

/** An object as it comes out of a response. */
function parsed(entries: readonly (readonly [string, unknown])[]): unknown {
  return JSON.parse(JSON.stringify(Object.fromEntries(entries)));
}

/** A value that is changed and sent again. */
function changed(value: unknown, change: (fields: Record<string, unknown>) => void): unknown {
  // Every batch is an object.
  const fields = { ...(value as Fields) };
  change(fields);
  return JSON.parse(JSON.stringify(fields));
}
