/** How `guardsmith generate` can print what it did, or what `--check` found. */
export const generateFormats = ["pretty", "json", "github"] as const;

/** One of the ways to print it. */
export type GenerateFormat = (typeof generateFormats)[number];
