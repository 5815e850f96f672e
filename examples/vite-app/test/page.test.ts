// @vitest-environment happy-dom
import forecast from "../public/forecast.json";
import wrongForecast from "../public/wrong-forecast.json";
import page from "../index.html?raw";
import { beforeAll, expect, test, vi } from "vitest";

const answers: Readonly<Record<string, unknown>> = {
  "/forecast.json": forecast,
  "/wrong-forecast.json": wrongForecast,
};

beforeAll(async () => {
  vi.stubGlobal("fetch", (url: string) => Promise.resolve(Response.json(answers[url])));
  document.body.innerHTML = /<body>(.*)<script/s.exec(page)?.[1] ?? "";
  await import("../src/main.ts");
});

async function shownAfterClick(name: string): Promise<readonly (string | null)[]> {
  const buttons = [...document.querySelectorAll("button")];
  buttons.find(({ textContent }) => textContent === name)?.click();
  const items = await vi.waitUntil(() => {
    const found = [...document.querySelectorAll("#result li")];
    return found.length > 0 && found;
  });
  document.querySelector("#result")?.replaceChildren();
  return items.map(({ textContent }) => textContent);
}

test("the page shows each day of a forecast", async () => {
  expect(await shownAfterClick("A right answer")).toEqual([
    "2026-04-14 🌧️ 4.5 to 9 °C, 12.4 mm",
    "2026-04-15 ☁️ 5 to 11.5 °C",
    "2026-04-16 ☀️ 3 to 13 °C",
  ]);
});

test("the page shows what is wrong with a forecast", async () => {
  expect(await shownAfterClick("A wrong answer")).toEqual([
    "issuedAt: missing, expected string",
    'days[0].sky: expected one of "clear", "cloudy", "rain", "snow", "storm", received "rainy" (string), did you mean "rain"?',
    "days[0].rain: expected a number of at least 0, received -1 (number)",
    'days[1].low: expected number, received "5" (string)',
  ]);
});
