import { deferred, html, type Markup, type Part } from '../html/html.ts';
import type { Landing, ReportModel } from '../report-model.ts';
import { actor } from './actor.ts';
import { whole } from './code.ts';
import { doubtsLine } from './doubts-line.ts';
import { moment } from './moment.ts';
import { proofOf } from './proof.ts';
import { section } from './section.ts';
import { statusMark, type Tone } from './status-mark.ts';

/** The protected branch, commit by commit: what brought each there, or that nothing explains it. */
export function landingsSection({ landings }: ReportModel): Markup {
  return section({
    id: 'landings',
    title: 'Protected branch',
    lead:
      landings.length === 0
        ? 'No commit on a protected branch was verified in the records shown. Decisions alone do not say what was merged: "proofrail merges verify" does.'
        : 'Every commit that was looked at after it landed: its content is exactly what an allowed change gives there, or it is not.',
    body: deferred(landings, article),
  });
}

const STATES: Readonly<Record<Landing['state'], readonly [Tone, string]>> = {
  merged: ['good', 'As allowed'],
  bypass: ['bad', 'Bypass'],
  excepted: ['caution', 'Bypass, excepted'],
  unverified: ['bad', 'Not verified'],
};

const DOUBTED = ['bad', 'As allowed, not verified'] as const;

function article(landing: Landing): Markup {
  const { anchor, commit, at, state, how, pullRequest, change, exception, pushedBy, facts, doubts, proof } = landing;
  return html`<article id="${anchor}" class="landing">
    <p class="kicker">
      ${statusMark(...(state === 'merged' && doubts.length > 0 ? DOUBTED : STATES[state]))} <span>${moment(at)}</span>
    </p>
    <p>${whole(commit)}</p>
    <p class="commit">${sentence([...about(pullRequest, change), how])}</p>
    ${doubtsLine(doubts)} ${exception === null ? null : html`<p class="commit">exception ${exception}</p>`}
    <p class="commit">
      ${pushedBy === null ? 'it is not known who pushed it' : html`pushed by ${actor(pushedBy)}`}${facts === 'given' ? html`; ${statusMark('caution', 'facts given, not read')}` : null}
    </p>
    <details>
      <summary>Proof</summary>
      ${proofOf(proof)}
    </details>
  </article>`;
}

const sentence = (parts: readonly Part[]): Part => parts.map((part, index) => (index === 0 ? part : html`: ${part}`));

function about(pullRequest: number | null, change: string | null): Part[] {
  if (pullRequest === null) return [];
  const name = `Pull request ${pullRequest}`;
  return [change === null ? name : html`<a href="#${change}">${name}</a>`];
}
