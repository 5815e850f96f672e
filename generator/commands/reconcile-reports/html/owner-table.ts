import { count } from "../../../core/count.js";
import type { Evidence } from "../../../reconcile/reconciliation.js";
import { countPlaces, type ReportedContradiction } from "../report.js";
import { titleOf } from "../causes.js";
import { shownOrigin, shownOthers, shownPosition, shownSubjects } from "../words.js";
import { breakable, html, nothing, type Html } from "./markup.js";

/** The most samples of a contradiction that are shown. */
const maxEvidence = 25;

/**
 * Returns a table of the contradictions of one model with their evidence. On a phone, each row is a card.
 *
 * @param owner The name of the model, or of the operation.
 * @param contradictions Its contradictions.
 */
export function ownerTable(owner: string, contradictions: readonly ReportedContradiction[]): Html {
  return html`<section>
    <h3>${owner} <span>${count(countPlaces(contradictions), "place")}</span></h3>
    <table>
      <thead>
        <tr>
          <th scope="col">In the document</th>
          <th scope="col">In the samples</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        ${contradictions.map(rowOf)}
      </tbody>
    </table>
  </section> `;
}

function rowOf(contradiction: ReportedContradiction): Html {
  const { cause, place, otherPlaces, expected } = contradiction;
  return html`<tr>
    <td data-label="In the document">
      <p class="cause">${titleOf(cause)}</p>
      <p>expected <code class="chip">${expected}</code></p>
      <p><code>${breakable(shownPosition(place))}</code></p>
      <p class="muted"><code>${breakable(place.pointer)}</code></p>
      ${shownOthers(otherPlaces).map((all) => html`<p class="muted">and at <code>${breakable(all)}</code></p>`)}
    </td>
    <td data-label="In the samples">${evidenceOf(contradiction)}</td>
    <td data-label="Result">${outcomeOf(contradiction)}</td>
  </tr> `;
}

function evidenceOf({ samples, subjects, evidence }: ReportedContradiction): Html {
  const [first, ...others] = evidence;
  const more = evidence.length - maxEvidence;
  return html`<p>${count(samples, "sample")} of ${shownSubjects(subjects)}</p>
    ${first === undefined ? nothing : html`<p>${shown(first)}</p>`}
    ${
      others.length === 0
        ? nothing
        : html`<details>
            <summary>${others.length} more</summary>
            <ul>
              ${others
                .slice(0, maxEvidence - 1)
                .map(
                  (each) => html`<li>${shown(each)}</li>`,
                )}${more <= 0 ? nothing : html`<li>… and ${more} more</li>`}
            </ul>
          </details>`
    }`;
}

function shown({ origin, pointer, received }: Evidence): Html {
  const at = pointer === "" ? nothing : html` at <code>${breakable(pointer)}</code>`;
  return html`<code class="chip">${received}</code>${at}
    <span class="muted">in <code>${breakable(shownOrigin(origin))}</code></span>`;
}

function outcomeOf({ outcome, place }: ReportedContradiction): Html {
  if (outcome.kind === "left") {
    return html`<p class="person">Needs a decision</p>
      <p>${outcome.reason}</p>`;
  }
  const { summary, choice } = outcome;
  const [first = place, ...others] = outcome.places;
  const isElsewhere = others.length === 0 && !place.pointer.startsWith(first.pointer);
  return html`<p class="change">${summary}</p>
    ${isElsewhere ? html`<p class="muted">at <code>${breakable(first.pointer)}</code></p>` : nothing}
    ${choice === undefined ? nothing : html`<p class="muted">${choice}</p>`}`;
}
