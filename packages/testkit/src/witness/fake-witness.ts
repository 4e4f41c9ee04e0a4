import { generateKeyPairSync, sign } from 'node:crypto';
import { publicKeyFromPem } from '@proofrail/core/canonical';
import type { Clock, Signer } from '@proofrail/core/ports';
import {
  cosignNote,
  formatNote,
  formatVerifierKey,
  noteKey,
  openNote,
  parseCheckpoint,
  parseNote,
  verifyConsistency,
  type AddCheckpoint,
  type Checkpoint,
  type NoteKey,
} from '@proofrail/core/tlog';
import { parseAddCheckpoint } from './parse-add-checkpoint.ts';

export interface WitnessReply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Keeps the protocol of a witness (C2SP tlog-witness) for one log, in memory: it cosigns only what continues the last tree it saw. */
export class FakeWitness {
  readonly key: NoteKey;
  /** As a trust file names it. */
  readonly verifierKey: string;
  /** Replies, in order. */
  readonly replies: WitnessReply[] = [];
  readonly #signer: Signer;
  readonly #log: NoteKey;
  readonly #clock: Clock;
  #known: Checkpoint = { origin: '', size: 0, root: new Uint8Array() };

  constructor(name: string, log: NoteKey, clock: Clock) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const own = publicKeyFromPem(String(publicKey.export({ type: 'spki', format: 'pem' })), name);
    this.key = noteKey(name, 'cosignature', own);
    this.verifierKey = formatVerifierKey(this.key);
    this.#signer = {
      keyId: own.keyId,
      algorithm: 'ed25519',
      sign: (message) => Promise.resolve(new Uint8Array(sign(null, message, privateKey))),
    };
    this.#log = log;
    this.#clock = clock;
  }

  async addCheckpoint(text: string): Promise<WitnessReply> {
    const reply = await this.#answer(text);
    this.replies.push(reply);
    return reply;
  }

  async #answer(text: string): Promise<WitnessReply> {
    const asked = parseAddCheckpoint(text);
    const note = asked === null ? null : parseNote(Buffer.from(asked.note));
    const checkpoint = note === null ? null : parseCheckpoint(note.text);
    if (asked === null || note === null || checkpoint === null) return refusal(400);
    if (checkpoint.origin !== this.#log.name) return refusal(404);
    if (openNote(note, [this.#log]).kind !== 'signed') return refusal(403);
    if (asked.older > checkpoint.size) return refusal(400);
    if (asked.older !== this.#known.size) return conflict(this.#known.size);
    const problem = this.#inconsistency(asked, checkpoint);
    if (problem !== null) return problem;
    this.#known = checkpoint;
    const seconds = Math.floor(this.#clock.now() / 1000);
    const signature = await cosignNote(note.text, this.key, this.#signer, seconds);
    const line = formatNote({ text: note.text, signatures: [signature] }).slice(note.text.length + 1);
    return { status: 200, type: 'text/plain', body: line };
  }

  #inconsistency({ older, proof }: AddCheckpoint, checkpoint: Checkpoint): WitnessReply | null {
    if (older === 0) return proof.length === 0 ? null : refusal(422);
    if (older === checkpoint.size && !Buffer.from(checkpoint.root).equals(this.#known.root)) return conflict(older);
    return verifyConsistency(this.#known, checkpoint, proof) ? null : refusal(422);
  }
}

const refusal = (status: number): WitnessReply => ({ status, type: 'text/plain', body: '' });
const conflict = (size: number): WitnessReply => ({ status: 409, type: 'text/x.tlog.size', body: `${size}\n` });
