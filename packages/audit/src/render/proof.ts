import { html, type Markup, type Part } from '../html/html.ts';
import type { Proof, Signature } from '../proof-model.ts';
import { whole } from './code.ts';
import { platformText } from './platform-text.ts';

const SLOT_DIGITS = 16;

/** Where a record lies, and the two commands that check it without any program of ours. */
export function proofOf(proof: Proof): Markup {
  const slotKey = `v1/segments/${proof.stream}/${String(proof.slot).padStart(SLOT_DIGITS, '0')}`;
  const lines = [command(proof.key, proof.record), ...(proof.slotDigest === null ? [] : [command(slotKey, proof.slotDigest)])];
  return html`<dl class="proof">
    <div>
      <dt>Record</dt>
      <dd>${whole(proof.record)}</dd>
    </div>
    <div>
      <dt>Place</dt>
      <dd>stream ${proof.stream}, slot ${proof.slot}, position ${proof.position}</dd>
    </div>
    ${
      proof.slotDigest === null
        ? null
        : html`<div>
            <dt>Slot digest</dt>
            <dd>${whole(proof.slotDigest)}</dd>
          </div>`
    }
    <div>
      <dt>Signed by</dt>
      <dd>${signedBy(proof.signature)}</dd>
    </div>
    <div>
      <dt>Platform</dt>
      <dd>${platformText(proof.platform)}</dd>
    </div>
    <div>
      <dt>By hand</dt>
      <dd>${lines.map((line) => html`<pre><code>${line}</code></pre>`)}</dd>
    </div>
  </dl>`;
}

function signedBy(signature: Signature): Part {
  if (signature.kind === 'unchecked') return html`<span class="absent">not checked: no trust file</span>`;
  const keys = signature.keys.map((key) => whole(key));
  return signature.kind === 'run' ? html`${keys} <span class="quiet">a key that lived for one run</span>` : keys;
}

/** Keys and digests are made of letters, digits, `/`, `-` and `_` alone, so they need no quoting in a shell. */
const command = (key: string, digest: string): string =>
  `echo "${digest.slice(digest.indexOf(':') + 1)}  ${key}" | sha256sum --check`;
