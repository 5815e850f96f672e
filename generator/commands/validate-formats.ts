/** The formats in which `guardsmith validate` prints the issues. */
export const validateFormats = ["pretty", "json", "github"] as const;

/** One of these formats. */
export type ValidateFormat = (typeof validateFormats)[number];
