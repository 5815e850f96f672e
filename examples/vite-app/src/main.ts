import { fetchForecast } from "./forecast.ts";
import { linesOf } from "./lines.ts";

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-url]")) {
  button.addEventListener("click", () => void show(button.dataset.url ?? ""));
}

async function show(url: string): Promise<void> {
  const items = linesOf(await fetchForecast(url)).map((line) => {
    const item = document.createElement("li");
    item.textContent = line;
    return item;
  });
  document.querySelector("#result")?.replaceChildren(...items);
}
