import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { publicKeyFromPem } from '@proofrail/core/canonical';
import { formatTrustFile } from '@proofrail/core/ledger';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Change } from './change.ts';

/** The folder that a job works in. Gone at the end of the story: `using workspace = new Workspace()`. */
export class Workspace implements Disposable {
  readonly #job = mkdtempSync(path.join(tmpdir(), 'proofrail-e2e-'));
  readonly folder = path.join(this.#job, 'work');
  readonly temporary = path.join(this.#job, 'temp');
  readonly signingKey = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));

  constructor() {
    for (const folder of [this.folder, this.temporary]) mkdirSync(folder);
  }

  /** Writes a file, with its folders, and gives back its path inside the workspace. */
  write(name: string, content: string | Uint8Array): string {
    mkdirSync(path.dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
    return name;
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  /** Lays out a change and gives back where its facts and its reports lie. */
  layOut(change: Change): { readonly facts: string; readonly reports: readonly string[] } {
    for (const [name, text] of Object.entries(change.configuration)) this.write(`.proofrail/${name}`, text);
    const reports = Object.entries(change.reports).map(([name, text]) => this.write(`reports/${name}`, text));
    return { facts: this.write('facts.json', JSON.stringify(change.facts)), reports };
  }

  /** A trust file that names this workspace's key, or another one. */
  trustFile(signingKey = this.signingKey): string {
    const pem = String(createPublicKey(signingKey).export({ type: 'spki', format: 'pem' }));
    const { keyId } = publicKeyFromPem(pem, 'test');
    const key = { key_id: keyId, pem, valid_from: '2020-01-01T00:00:00.000Z', valid_to: null };
    return this.write(
      'trust.json',
      formatTrustFile({
        version: 1,
        origin: 'test',
        streams: {},
        record_keys: [key],
        acknowledge: [],
        issuer_keys: [],
        run_keys: [],
      }),
    );
  }

  [Symbol.dispose](): void {
    rmSync(this.#job, { recursive: true, force: true });
  }
}
