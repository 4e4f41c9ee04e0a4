import { EarliestVersions, type IrregularVersion } from '../../ledger/stored/earliest-versions.ts';
import { finding, type Finding } from '../../ledger/verify/finding.ts';
import type { ObjectKey, ObjectVersion, VersionId } from '../../ports/object-store.ts';
import { parseSealKey, type ParsedSealKey } from '../../ledger/seals/seal-layout.ts';

type Meaning = Pick<Finding, 'kind' | 'code' | 'detail'>;

const UNKNOWN: Meaning = { kind: 'extra', code: 'object/unknown', detail: 'A name that no part of Proofrail writes.' };
const IRREGULAR: Readonly<Record<IrregularVersion['code'], Meaning>> = {
  marker: {
    kind: 'hidden',
    code: 'seal/marker',
    detail: 'A delete marker lies on the object; its bytes are still there underneath.',
  },
  'second-version': {
    kind: 'extra',
    code: 'seal/second-version',
    detail: 'There is more than one version; the earliest counts.',
  },
};

/** The objects of all seals, by key, with the version that counts: the earliest. */
export class SealInventory {
  readonly objects: ReadonlyMap<ObjectKey, VersionId | null>;
  readonly findings: Finding[] = [];
  /** Number of the newest plan; 0: none. */
  newest = 0;
  /** Signatures, cosignatures, timestamps and marks of sealers by the number of their seal. */
  readonly #signatures = new Map<number, Extract<ParsedSealKey, { by: string }>[]>();

  constructor(listing: readonly ObjectVersion[]) {
    const found = new EarliestVersions<ObjectKey>();
    for (const object of listing) {
      if (parseSealKey(object.key) === null) this.#add(UNKNOWN, object.key);
      else found.enter(object.key, object);
    }
    this.objects = found.versions;
    for (const key of found.versions.keys()) this.#note(parseSealKey(key));
    for (const { code, key } of found.irregular) this.#add(IRREGULAR[code], key);
  }

  signaturesOf(n: number): readonly Extract<ParsedSealKey, { by: string }>[] {
    return this.#signatures.get(n) ?? [];
  }

  #add(meaning: Meaning, key: ObjectKey): void {
    this.findings.push(finding({ ...meaning, stream: '', key }));
  }

  #note(parsed: ParsedSealKey | null): void {
    if (parsed?.kind === 'plan') this.newest = Math.max(this.newest, parsed.n);
    if (parsed !== null && 'by' in parsed) this.#signatures.set(parsed.n, [...this.signaturesOf(parsed.n), parsed]);
  }
}
