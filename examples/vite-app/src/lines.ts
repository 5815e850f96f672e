import type { Day, Forecast, ValidationResult } from "./api/index.ts";

/** The lines that the page shows: a line for each day, or for each issue. */
export function linesOf({ value, issues }: ValidationResult<Forecast>): readonly string[] {
  return issues === undefined ? value.days.map(lineOf) : issues.map(({ message }) => message);
}

const symbols: Readonly<Record<Day["sky"], string>> = {
  clear: "☀️",
  cloudy: "☁️",
  rain: "🌧️",
  snow: "❄️",
  storm: "⛈️",
};

function lineOf({ date, sky, low, high, rain }: Day): string {
  // The document allows both a missing amount and null.
  const amount = rain == null ? "" : `, ${rain} mm`;
  return `${date} ${symbols[sky]} ${low} to ${high} °C${amount}`;
}
