import { ForecastSchema, type Forecast, type ValidationResult } from "./api/index.ts";

/**
 * Fetches a forecast.
 *
 * @returns `{ value }` with the forecast; `{ issues }` where the response does not match the document.
 * @throws when the service does not answer with JSON
 */
export async function fetchForecast(url: string): Promise<ValidationResult<Forecast>> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: status ${response.status}`);
  return ForecastSchema.validate(await response.json());
}
