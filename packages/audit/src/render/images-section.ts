import { html, type Markup } from '../html/html.ts';
import type { Image, ReportModel } from '../report-model.ts';
import { brief, whole } from './code.ts';
import { counted } from './counted.ts';
import { moment } from './moment.ts';
import { proofOf } from './proof.ts';
import { section } from './section.ts';

/** Digest → bill of materials → commit → deployment: the way back from what runs to who allowed it. */
export function imagesSection({ images }: ReportModel): Markup {
  return section({
    id: 'images',
    title: 'Images',
    lead:
      images.length === 0
        ? 'No record names an image digest.'
        : 'From what runs back to who allowed it. A link is as strong as the one who made it, so each says who did.',
    body: images.map(image),
  });
}

function image({ anchor, digest, names, sboms, commits, deployments }: Image): Markup {
  return html`<article id="${anchor}" class="image">
    <h3>${names.length === 0 ? html`Image ${brief(digest)}` : names.join(', ')}</h3>
    <ol class="chain">
      <li>
        <span class="link">Digest</span>
        <div>${whole(digest)}</div>
      </li>
      <li>
        <span class="link">Bill of materials</span>
        <div>
          ${
            sboms.length === 0
              ? html`<span class="absent">none archived</span>`
              : sboms.map(
                  (sbom) =>
                    html`<p>
                        ${sbom.format},
                        ${sbom.components === null ? 'components not counted' : counted(sbom.components, 'component')}, archived
                        ${moment(sbom.at)}
                      </p>
                      <details>
                        <summary>Proof</summary>
                        <dl class="proof">
                          <div>
                            <dt>Document</dt>
                            <dd>${whole(sbom.document)}</dd>
                          </div>
                        </dl>
                        ${proofOf(sbom.proof)}
                      </details>`,
                )
          }
        </div>
      </li>
      <li>
        <span class="link">Commit</span>
        <div>
          ${
            commits.length === 0
              ? html`<span class="absent">no record links this digest to a commit</span>`
              : commits.map(
                  ({ commit, saidBy, change }) =>
                    html`<p>
                      ${change === null ? whole(commit) : html`<a href="#${change}">${whole(commit)}</a>`}
                      <span class="quiet">${saidBy}</span
                      >${change === null ? html` <span class="absent">no decision about this commit is shown</span>` : null}
                    </p>`,
                )
          }
        </div>
      </li>
      <li>
        <span class="link">Deployments</span>
        <div>
          ${
            deployments.length === 0
              ? html`<span class="absent">none recorded</span>`
              : deployments.map(
                  ({ environment, outcome, at, proof }) =>
                    html`<p>${environment}: ${outcome}, ${moment(at)}</p>
                      <details>
                        <summary>Proof</summary>
                        ${proofOf(proof)}
                      </details>`,
                )
          }
        </div>
      </li>
    </ol>
  </article> `;
}
