import { finding, type Finding } from '../../ledger/verify/finding.ts';
import type { ObjectKey, ObjectVersion, VersionId } from '../../ports/object-store.ts';
import { parseSealKey, type ParsedSealKey } from '../plan/seal-layout.ts';

/** The objects of all seals, by key, with the version that counts: the earliest. */
export class SealInventory {
  readonly objects = new Map<ObjectKey, VersionId | null>();
  readonly findings: Finding[] = [];
  /** Number of the newest plan; 0: none. */
  newest = 0;
  /** Signatures, cosignatures, timestamps and marks of sealers by the number of their seal. */
  readonly #signatures = new Map<number, Extract<ParsedSealKey, { by: string }>[]>();

  constructor(listing: readonly ObjectVersion[]) {
    for (const object of listing) this.#enter(object);
  }

  signaturesOf(n: number): readonly Extract<ParsedSealKey, { by: string }>[] {
    return this.#signatures.get(n) ?? [];
  }

  #enter({ key, version, kind }: ObjectVersion): void {
    const parsed = parseSealKey(key);
    if (parsed === null) {
      const detail = 'A name that no part of Proofrail writes.';
      this.findings.push(finding({ kind: 'extra', code: 'object/unknown', stream: '', key, detail }));
      return;
    }
    if (kind === 'marker') {
      const detail = 'A delete marker lies on the object; its bytes are still there underneath.';
      this.findings.push(finding({ kind: 'hidden', code: 'seal/marker', stream: '', key, detail }));
      return;
    }
    if (this.objects.has(key)) {
      const detail = 'There is more than one version; the earliest counts.';
      this.findings.push(finding({ kind: 'extra', code: 'seal/second-version', stream: '', key, detail }));
    } else {
      this.#note(parsed);
    }
    this.objects.set(key, version); // newest first: the earliest is entered last
  }

  #note(parsed: ParsedSealKey): void {
    if (parsed.kind === 'plan') this.newest = Math.max(this.newest, parsed.n);
    if ('by' in parsed) this.#signatures.set(parsed.n, [...this.signaturesOf(parsed.n), parsed]);
  }
}
