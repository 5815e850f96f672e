import { createHash } from "node:crypto";
import type { UnusableSample } from "../../../reconcile/sample.js";
import type { ReconcileReport, ReportCounts, ReportedContradiction } from "../report.js";
import { shownOrigin, sumUp } from "../words.js";
import { causeBars } from "./bars.js";
import { breakable, html, nothing, trusted, type Html } from "./markup.js";
import { ownerTable } from "./owner-table.js";
import { styles } from "./styles.js";

/**
 * Returns the report as a page: one file without scripts, which loads nothing; its policy has the browser
 * enforce that. The same report gives the same page.
 *
 * @param report The report.
 * @returns An HTML document.
 * @see {@link https://www.w3.org/TR/CSP3/ | Content Security Policy}
 */
export function htmlReport(report: ReconcileReport): string {
  const { document, counts, causes, contradictions, unusable, slips } = report;
  const { markup } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${document}: samples and specification</title>
        ${styleSheet}
      </head>
      <body>
        <header>
          <h1>What the samples say about <code>${document}</code></h1>
          <p class="muted">${sumUp(counts)}.</p>
          ${figures(counts)}
        </header>
        <main>
          ${contradictions.length === 0 ? html`<p>No sample contradicts the document.</p>` : nothing}
          ${causeBars(causes)} ${contradictions.length === 0 ? nothing : html`<h2>By model</h2>`}
          ${byOwner(contradictions).map(([owner, list]) => ownerTable(owner, list))}
          ${listed("Samples that cannot be used", unusable)}
          ${listed("JSON errors that were tolerated", slips)}
        </main>
      </body>
    </html> `;
  return markup;
}

/** Trusted as a whole: an additional space would change the hash. */
const styleSheet = trusted(`<style>${styles}</style>`);

/** Forbids everything except the style sheet, which is identified by its hash. */
const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(styles).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function figures(counts: ReportCounts): Html {
  const { samples, accepted, acceptedAfter, changes, left } = counts;
  const all: readonly (readonly [name: string, number: number])[] = [
    ["samples", samples],
    ["accepted as it is", accepted],
    ["accepted with changes", acceptedAfter],
    ["changes", changes],
    ["to decide", left],
  ];
  return html`<dl class="figures">
    ${all.map(([name, number]) => {
      return html`<div>
        <dt>${name}</dt>
        <dd>${number}</dd>
      </div>`;
    })}
  </dl>`;
}

/** Groups the contradictions by owner, the owner with the most of them first. */
function byOwner(
  contradictions: readonly ReportedContradiction[],
): readonly (readonly [string, readonly ReportedContradiction[]])[] {
  const groups = new Map<string, ReportedContradiction[]>();
  for (const each of contradictions) {
    const group = groups.get(each.owner) ?? [];
    groups.set(each.owner, group);
    group.push(each);
  }
  return [...groups].toSorted(([, left], [, right]) => right.length - left.length);
}

function listed(title: string, samples: readonly UnusableSample[]): Html {
  if (samples.length === 0) return nothing;
  return html`<h2>${title}</h2>
    <ul class="list">
      ${samples.map(({ origin, subject, reason }) => {
        return html`<li>
          <code>${breakable(shownOrigin(origin))}</code>
          <span class="muted">${subject}:</span> ${reason}
        </li> `;
      })}
    </ul>`;
}
