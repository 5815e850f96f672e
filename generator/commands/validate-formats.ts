/** How `guardsmith validate` can print the issues. */
export const validateFormats = ["pretty", "json", "github"] as const;

/** One of the ways to print the issues. */
export type ValidateFormat = (typeof validateFormats)[number];
