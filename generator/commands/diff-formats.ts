/** The formats in which `guardsmith diff` prints the differences. */
export const diffFormats = ["pretty", "markdown", "json"] as const;

/** One of these formats. */
export type DiffFormat = (typeof diffFormats)[number];

/** The changes that can make `guardsmith diff` fail. */
export const failOnChoices = ["breaking", "unknown", "types", "never"] as const;

/** One of these choices. */
export type FailOn = (typeof failOnChoices)[number];
