import { count } from "../../../core/count.js";
import { countPlaces, sizeOf, type CauseGroup } from "../report.js";
import { titleOf } from "../causes.js";
import { html, nothing, type Html } from "./markup.js";

/** A bar for each cause. Its length is the number of places, in two parts: settled, and to decide. */
export function causeBars(causes: readonly CauseGroup[]): Html {
  if (causes.length === 0) return nothing;
  const longest = Math.max(...causes.map(sizeOf));
  const left = causes.some((group) => group.left.length > 0);
  return html`<h2>By cause</h2>
    <ul class="bars">
      ${causes.map((group) => barOf(group, longest))}
    </ul>
    <p class="key">
      <span>${swatch("settled")}settled by a change</span>
      ${left ? html`<span>${swatch("left")}to decide</span>` : nothing}
    </p>`;
}

function barOf(group: CauseGroup, longest: number): Html {
  const { cause, settled, left } = group;
  const size = sizeOf(group);
  const label = `${count(size, "place")}, ${countPlaces(left)} to decide`;
  const first = percent(countPlaces(settled), longest);
  const second = percent(countPlaces(left), longest);
  return html`<li>
    <span>${titleOf(cause)}</span>
    <svg role="img" aria-label="${label}">
      <rect class="track" width="100%" height="100%" />
      <rect class="settled" width="${first}" height="100%" />
      <rect class="left" x="${first}" width="${second}" height="100%" />
    </svg>
    <b>${size}</b>
  </li> `;
}

function swatch(part: "settled" | "left"): Html {
  return html`<svg aria-hidden="true"><rect class="${part}" width="100%" height="100%" /></svg>`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)}%`;
}
