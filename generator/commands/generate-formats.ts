/** The formats in which `guardsmith generate` prints its result. */
export const generateFormats = ["pretty", "json", "github"] as const;

/** One of these formats. */
export type GenerateFormat = (typeof generateFormats)[number];
