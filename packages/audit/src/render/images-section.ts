import { deferred, html, type Markup, type Part } from '../html/html.ts';
import type { Image, ReportModel } from '../report-model.ts';
import { brief, whole } from './code.ts';
import { counted } from './counted.ts';
import { definition } from './definition.ts';
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
    body: deferred(images, image),
  });
}

function image({ anchor, digest, names, sboms, commits, deployments }: Image): Markup {
  return html`<article id="${anchor}" class="image">
    <h3>${names.length === 0 ? html`Image ${brief(digest)}` : names.join(', ')}</h3>
    <ol class="chain">
      ${link('Digest', whole(digest))}
      ${link('Bill of materials', sboms.length === 0 ? absent('none archived') : sboms.map(billOfMaterials))}
      ${link('Commit', commits.length === 0 ? absent('no record links this digest to a commit') : commits.map(builtFrom))}
      ${link('Deployments', deployments.length === 0 ? absent('none recorded') : deployments.map(deployment))}
    </ol>
  </article> `;
}

const link = (name: string, body: Part): Markup =>
  html`<li>
    <span class="link">${name}</span>
    <div>${body}</div>
  </li> `;

const absent = (text: string): Markup => html`<span class="absent">${text}</span>`;

const billOfMaterials = ({ format, components, document, at, proof }: Image['sboms'][number]): Markup =>
  html`<p>
      ${format}, ${components === null ? 'components not counted' : counted(components, 'component')}, archived ${moment(at)}
    </p>
    <details>
      <summary>Proof</summary>
      <dl class="proof">${definition('Document', whole(document))}</dl>
      ${proofOf(proof)}
    </details>`;

const builtFrom = ({ commit, saidBy, change }: Image['commits'][number]): Markup =>
  html`<p>
    ${change === null ? whole(commit) : html`<a href="#${change}">${whole(commit)}</a>`}
    <span class="quiet">${saidBy}</span>${change === null ? html` ${absent('no decision about this commit is shown')}` : null}
  </p>`;

const deployment = ({ environment, outcome, at, proof }: Image['deployments'][number]): Markup =>
  html`<p>${environment}: ${outcome}, ${moment(at)}</p>
    <details>
      <summary>Proof</summary>
      ${proofOf(proof)}
    </details>`;
