import { batch, errors } from "./batch.js";
import { batchUsage, inputTokensDetails, outputTokensDetails } from "./batch-usage.js";
import type { DocumentedAlias, DocumentedClass, DocumentedDeclaration } from "./fact.js";
import { batchError, batchRequestCounts, metadata } from "./imported.js";

export const documentedClasses: readonly DocumentedClass[] = [
  errors,
  batch,
  inputTokensDetails,
  outputTokensDetails,
  batchUsage,
  batchError,
  batchRequestCounts,
];

export const documentedAliases: readonly DocumentedAlias[] = [metadata];

export const documentedDeclarations: readonly DocumentedDeclaration[] = [
  ...documentedClasses,
  ...documentedAliases,
];
