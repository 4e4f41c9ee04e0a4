import { slotKey, type StreamId } from '@proofrail/core/ledger';
import { html, Markup, type Part } from '../html/html.ts';
import type { Proof, Signature } from '../proof-model.ts';
import { brief, whole } from './code.ts';
import { definition } from './definition.ts';
import { platformText } from './platform-text.ts';

const LINE_BREAK = new Markup('\n'); // one of a text would be shown as what it is, for it could hide what follows

/** Where one record lies, who vouches for it, and the command that checks it without any program of ours. */
export function proofOf(proof: Proof): Markup {
  const { record, stream, slot, position } = proof;
  return html`<dl class="proof">
    ${definition('Record', whole(record))}${definition('Place', `stream ${stream}, slot ${slot}, position ${position}`)}${vouched([proof])}
  </dl>`;
}

/** Who vouches for records that stand in a table above, and the one command that checks all of them by hand. */
export const proofOfAll = (proofs: readonly Proof[]): Markup => html`<dl class="proof">${vouched(proofs)}</dl>`;

const vouched = (proofs: readonly Proof[]): Part => [
  definition(
    'Signed by',
    saidOf(proofs, ({ signature }) => signedBy(signature)),
  ),
  definition(
    'Platform',
    saidOf(proofs, ({ platform }) => platformText(platform)),
  ),
  definition('By hand', command(proofs)),
];

/** Said once where it is the same of all records, else of each group of them by name. */
function saidOf(proofs: readonly Proof[], say: (proof: Proof) => Markup): Part {
  const groups = new Map<string, { readonly said: Markup; readonly records: Markup[] }>();
  for (const proof of proofs) {
    const said = say(proof);
    const group = groups.get(said.text) ?? { said, records: [] };
    groups.set(said.text, group);
    group.records.push(html`${brief(proof.record)} `);
  }
  const all = [...groups.values()];
  if (all.length === 1) return all.map(({ said }) => said);
  return all.map(({ said, records }) => html`<p>${records}<br />${said}</p>`);
}

function signedBy(signature: Signature): Markup {
  if (signature.kind === 'unchecked') return html`<span class="absent">not checked: no trust file</span>`;
  const keys = signature.keys.map((key) => whole(key));
  return signature.kind === 'run' ? html`${keys} <span class="quiet">a key that lived for one run</span>` : html`${keys}`;
}

/** Keys and digests are made of letters, digits, `/`, `-` and `_` alone: no line of them ends the document early, none needs quoting. */
function command(proofs: readonly Proof[]): Markup {
  const slots = proofs.flatMap(({ stream, slot, slotDigest }) =>
    slotDigest === null ? [] : [line(slotDigest, slotKey(stream as StreamId, slot))],
  );
  const lines = new Set([...proofs.map(({ record, key }) => line(record, key)), ...slots]);
  const text = ["sha256sum --check <<'END'", ...lines, 'END'].flatMap((one) => [one, LINE_BREAK]);
  return html`<pre><code>${text.slice(0, -1)}</code></pre>`;
}

const line = (digest: string, key: string): string => `${digest.slice(digest.indexOf(':') + 1)}  ${key}`;
