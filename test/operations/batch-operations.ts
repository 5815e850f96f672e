// The operations of the Batch API as `outputs: operations` describes them, written by hand.
import {
  BatchSchema,
  CreateBatchRequestSchema,
  ListBatchesResponseSchema,
  type Batch,
  type CreateBatchRequest,
  type ListBatchesResponse,
} from "../../generated/src/index.js";
import { jsonBody } from "../../generator/runtime/body-json.js";
import { report } from "../../generator/runtime/collect.js";
import type {
  DescribedResult,
  Operation,
  OtherResult,
  SecurityScheme,
  Server,
  Status,
} from "../../generator/runtime/operation.js";
import { form } from "../../generator/runtime/parameter-form.js";
import { asNumber, asText } from "../../generator/runtime/parameter-shapes.js";
import { simple } from "../../generator/runtime/parameter-simple.js";
import type { Parameter, ValueSchema } from "../../generator/runtime/parameter.js";
import { isInteger } from "../../generator/runtime/values.js";

const textSchema: ValueSchema = {
  is: (value) => typeof value === "string",
  "~collect": (value, path) => {
    if (typeof value !== "string") report(path, "type", "string", value);
  },
  "~place": "#/components/parameters/BatchId/schema",
};

const limitSchema: ValueSchema = {
  is: (value) => isInteger(value) && value >= 1 && value <= 100,
  "~collect": (value, path) => {
    if (!isInteger(value)) return report(path, "type", "integer", value);
    if (value < 1) report(path, "minimum", "1 or more", value);
    if (value > 100) report(path, "maximum", "100 or less", value);
  },
  "~place": "#/paths/~1batches/get/parameters/1/schema",
};

const afterSchema: ValueSchema = {
  ...textSchema,
  "~place": "#/paths/~1batches/get/parameters/0/schema",
};

const batchId: Parameter = {
  name: "batch_id",
  in: "path",
  isRequired: true,
  codec: /* @__PURE__ */ simple(asText),
  schema: textSchema,
};

const bearerAuth: SecurityScheme = { name: "bearerAuth", type: "http", scheme: "bearer" };

const servers: readonly Server[] = [{ url: "https://api.openai.com/v1" }];

type BatchResult =
  DescribedResult<200, "application/json", Batch> | OtherResult<Exclude<Status, 200>>;

/** What `createBatch` takes. */
export interface CreateBatchCall {
  readonly body: CreateBatchRequest;
}

/** What `createBatch` answers. */
export type CreateBatchResult = BatchResult;

/** Creates and starts a batch from an uploaded file of requests. */
export const createBatch: Operation<CreateBatchCall, CreateBatchResult> = {
  id: "createBatch",
  method: "POST",
  path: "/batches",
  body: { isRequired: true, content: [/* @__PURE__ */ jsonBody(CreateBatchRequestSchema)] },
  responses: { 200: { content: [/* @__PURE__ */ jsonBody(BatchSchema)] } },
  security: [[{ scheme: bearerAuth }]],
  servers,
};

/** What `listBatches` takes. */
export interface ListBatchesCall {
  readonly query?: {
    /** The cursor of the page: the ID of the last batch of the page before. */
    readonly after?: string;
    /** The largest number of batches to return. */
    readonly limit?: number;
  };
}

/** What `listBatches` answers. */
export type ListBatchesResult =
  DescribedResult<200, "application/json", ListBatchesResponse> | OtherResult<Exclude<Status, 200>>;

/** Lists the organization's batches, one page at a time. */
export const listBatches: Operation<ListBatchesCall, ListBatchesResult> = {
  id: "listBatches",
  method: "GET",
  path: "/batches",
  parameters: [
    { name: "after", in: "query", codec: /* @__PURE__ */ form(asText), schema: afterSchema },
    { name: "limit", in: "query", codec: /* @__PURE__ */ form(asNumber), schema: limitSchema },
  ],
  responses: { 200: { content: [/* @__PURE__ */ jsonBody(ListBatchesResponseSchema)] } },
  security: [[{ scheme: bearerAuth }]],
  servers,
};

/** What `retrieveBatch` takes. */
export interface RetrieveBatchCall {
  readonly path: { readonly batch_id: string };
}

/** What `retrieveBatch` answers. */
export type RetrieveBatchResult = BatchResult;

/** Retrieves a batch in its current state. */
export const retrieveBatch: Operation<RetrieveBatchCall, RetrieveBatchResult> = {
  id: "retrieveBatch",
  method: "GET",
  path: "/batches/{batch_id}",
  parameters: [batchId],
  responses: { 200: { content: [/* @__PURE__ */ jsonBody(BatchSchema)] } },
  security: [[{ scheme: bearerAuth }]],
  servers,
};

/** What `cancelBatch` takes. */
export interface CancelBatchCall {
  readonly path: { readonly batch_id: string };
}

/** What `cancelBatch` answers. */
export type CancelBatchResult = BatchResult;

/** Cancels a batch that is in progress. */
export const cancelBatch: Operation<CancelBatchCall, CancelBatchResult> = {
  id: "cancelBatch",
  method: "POST",
  path: "/batches/{batch_id}/cancel",
  parameters: [batchId],
  responses: { 200: { content: [/* @__PURE__ */ jsonBody(BatchSchema)] } },
  security: [[{ scheme: bearerAuth }]],
  servers,
};
