/** The models that are measured. */
export const modelNames = ["Batch", "ListBatchesResponse", "Event", "Folder"] as const;
export type ModelName = (typeof modelNames)[number];

/** How a contender checks values of a model. */
export interface Checks {
  /** Whether a value is valid. */
  readonly is: (value: unknown) => boolean;
  /** Finds everything that is wrong with a value and reads it; returns how many issues there are. */
  readonly report?: (value: unknown) => number;
}

/** What a module of a contender exports as `checks`. */
export type ChecksOfModels = Readonly<Record<ModelName, Checks>>;

/** Makes the checks of every model. */
export function checksOf(make: (model: ModelName) => Checks): ChecksOfModels {
  return {
    Batch: make("Batch"),
    ListBatchesResponse: make("ListBatchesResponse"),
    Event: make("Event"),
    Folder: make("Folder"),
  };
}

/** Reads the messages of issues, which some libraries only write when they are read. */
export function readMessages(
  issues: readonly { readonly message?: string | undefined }[] | null | undefined,
): number {
  if (issues === null || issues === undefined) return 0;
  let count = 0;
  for (const { message } of issues) if (message !== undefined && message !== "") count += 1;
  return count;
}
