import { putSurely } from '../../../ledger/append/put-surely.ts';
import { formatAddCheckpoint } from '../../../tlog/add-checkpoint.ts';
import { parseCheckpoint } from '../../../tlog/checkpoint.ts';
import { formatNote } from '../../../tlog/note.ts';
import { openNote } from '../../../tlog/open-note.ts';
import { consistencySpans } from '../../../tlog/proof-plan.ts';
import { readSealObject } from '../../../ledger/seals/read-plans.ts';
import { bodyKey, cosignatureKey, FIRST_SEAL } from '../../../ledger/seals/seal-layout.ts';
import type { Sealer } from '../sealer.ts';
import { linesOf, noteUnder } from '../../../ledger/seals/signature-lines.ts';
import { newestTreeUnder, type SealedTree } from '../../../ledger/seals/sealed-tree.ts';
import { gapOf, type Gap } from './gap.ts';
import type { LogWitness } from './outsiders.ts';

const code = 'seal/no-cosignature';

/**
 * Has witnesses cosign the newest signed checkpoint: each of them signs only what continues what it saw before, so nobody can be shown
 * another log than the others. Those that have cosigned it already are not asked again.
 */
export async function cosignCheckpoint(sealer: Sealer): Promise<readonly Gap[]> {
  const { witnesses = [] } = sealer.outsiders ?? {};
  const sealed = witnesses.length === 0 ? null : await newestTreeUnder(sealer.store, [sealer.key]);
  if (sealed === null) return [];
  const before = await guessedSize(sealer, sealed.n);
  const answers = await Promise.all(witnesses.map((witness) => cosigned(sealer, witness, sealed, before)));
  return answers.filter((gap) => gap !== null);
}

async function cosigned(sealer: Sealer, witness: LogWitness, sealed: SealedTree, before: number): Promise<Gap | null> {
  const { key, service } = witness;
  const place = cosignatureKey(sealed.n, key.publicKey.keyId);
  const gap = (why: string): Gap => ({ code, by: service.name, why });
  const isIts = (line: Uint8Array): boolean => lineOf(witness, sealed.note.text, line)?.equals(line) === true;
  const stored = await readSealObject(sealer.store, place);
  // Somebody else put other bytes where its cosignature would have to lie.
  if (stored !== null) return isIts(stored) ? null : gap('witness/taken');
  try {
    let answer = await service.addCheckpoint(await request(sealed, before));
    if (answer.kind === 'conflict') {
      if (answer.size > sealed.checkpoint.size) return gap('witness/ahead');
      answer = await service.addCheckpoint(await request(sealed, answer.size));
    }
    if (answer.kind === 'conflict') return gap('witness/conflict');
    const line = lineOf(witness, sealed.note.text, answer.lines);
    if (line === null) return gap('witness/signature');
    const placed = await putSurely(sealer, place, line);
    return placed.kind === 'ours' || isIts(placed.bytes) ? null : gap('witness/taken');
  } catch (cause) {
    return gapOf(code, service.name, cause);
  }
}

async function request({ checkpoint, note, hashes }: SealedTree, older: number): Promise<Buffer> {
  const isGrown = older > 0 && older < checkpoint.size;
  const proof = isGrown ? await hashes.all(consistencySpans(older, checkpoint.size)) : [];
  return Buffer.from(formatAddCheckpoint({ older, proof, note: formatNote(note) }));
}

/** The cosignature of this witness among the lines that it answered, as it is stored; null: there is none, or it is wrong. */
function lineOf({ key }: LogWitness, text: string, lines: Uint8Array): Buffer | null {
  const note = noteUnder(text, lines);
  if (note === null || openNote(note, [key]).kind !== 'signed') return null;
  const signatures = note.signatures.filter(({ name, keyHash }) => name === key.name && keyHash === key.keyHash).slice(0, 1);
  return linesOf({ text, signatures });
}

/**
 * What a witness saw that was asked by the seal before: a guess. Where it is wrong, because of wrong bytes too, the witness answers with
 * what it saw, and the proof is from there.
 */
async function guessedSize({ store }: Sealer, n: number): Promise<number> {
  const body = n === FIRST_SEAL ? null : await readSealObject(store, bodyKey(n - 1));
  return body === null ? 0 : (parseCheckpoint(Buffer.from(body).toString())?.size ?? 0);
}
