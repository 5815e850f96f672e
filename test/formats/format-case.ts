/** A value and what the guards say about it. */
export interface FormatCase {
  readonly value: string | number;
  readonly valid: boolean;
  /** Why ajv-formats says the opposite, where it does. */
  readonly unlikeAjv?: string;
}

export function valid(...values: readonly FormatCase["value"][]): readonly FormatCase[] {
  return values.map((value) => ({ value, valid: true }));
}

export function invalid(...values: readonly FormatCase["value"][]): readonly FormatCase[] {
  return values.map((value) => ({ value, valid: false }));
}

export function unlikeAjv(
  valid: boolean,
  reason: string,
  ...values: readonly FormatCase["value"][]
): readonly FormatCase[] {
  return values.map((value) => ({ value, valid, unlikeAjv: reason }));
}
