import { InvalidArgumentError } from "commander";

/** Parses a path or a name. An empty one is usually a shell variable that is not set. */
export function notEmpty(text: string): string {
  if (text === "") throw new InvalidArgumentError("It must not be empty.");
  return text;
}

/** Parses a path or a name of an option that may be given several times. */
export function noneEmpty(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), notEmpty(text)];
}

export function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It has to be a whole number.");
}

export function positiveInteger(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It has to be a whole number of at least 1.");
}

/** Parses the seed of random values, an integer of 32 bits. */
export function seed(text: string): number {
  const value = Number(text);
  if (/^-?\d{1,10}$/.test(text) && value === (value | 0)) return value;
  throw new InvalidArgumentError("It has to be a whole number from -2147483648 to 2147483647.");
}

export function seconds(text: string): number {
  if (/^\d{1,6}(?:\.\d{1,3})?$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError("It has to be a number of seconds, such as 5 or 0.5.");
}

/** Collects the values of an option that may be given several times. */
export function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
