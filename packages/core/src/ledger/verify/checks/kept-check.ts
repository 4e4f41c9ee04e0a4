import type { BareAnswer, ObjectKey, ObjectMetadata, ObjectStore, ReadAnswer, VersionId } from '../../../ports/object-store.ts';
import { CAME_BY_REPLICATION, lockProblem } from './badly-kept.ts';
import { finding, type Finding } from '../finding.ts';
import { parseKey } from '../../layout.ts';
import { StoreAround } from '../../store-around.ts';

const UNSEEN = 'retention/unreadable';

/**
 * A store of which every object that is read is held against how it should be kept: locked in COMPLIANCE mode for so many days, and made
 * here, not replicated from elsewhere (attacks 10, 11). A store that says nothing about that, such as a folder, is not asked.
 */
export class KeptCheck extends StoreAround {
  /** For how many an object must be locked. */
  readonly days: number;
  readonly #findings = new Map<string, Finding>();
  /** Once for each stream, at the first name: who may not read one lock may not read any. */
  readonly #unseen = new Map<string, Finding>();

  /** What is read at once says nothing that could be held against anything. */
  readonly readNow?: (key: ObjectKey) => BareAnswer;

  private constructor(inner: ObjectStore, days: number) {
    super(inner);
    this.days = days;
    if (inner.readNow !== undefined) this.readNow = inner.readNow.bind(inner);
  }

  /** `days`: for how many an object must be locked, never less than the store locks by itself. */
  static of(store: ObjectStore, days: number): KeptCheck {
    return new KeptCheck(store, Math.max(days, store.lockedDays ?? 0));
  }

  override async read(key: ObjectKey, version?: VersionId): Promise<ReadAnswer> {
    const answer = await super.read(key, version);
    if (answer.kind === 'found' && answer.metadata !== undefined) await this.#hold(key, answer.version, answer.metadata);
    return answer;
  }

  /** What was found so far in a stream. */
  findings(stream: string): Finding[] {
    const unseen = this.#unseen.get(stream);
    const own = [...this.#findings.values()].filter((one) => one.stream === stream);
    return unseen === undefined ? own : [unseen, ...own];
  }

  /** Everything that was found since the last time, for a check in another thread. */
  take(): Finding[] {
    const all = [...this.#unseen.values(), ...this.#findings.values()];
    this.#unseen.clear();
    this.#findings.clear();
    return all;
  }

  adopt(findings: readonly Finding[]): void {
    for (const one of findings) this.#enter(one);
  }

  async #hold(key: ObjectKey, version: VersionId | null, metadata: ObjectMetadata): Promise<void> {
    const parsed = parseKey(key);
    const stream = parsed?.stream ?? '';
    const about = { stream, key, slot: parsed?.kind === 'slot' ? parsed.seq : null };
    if (metadata.replica) this.#enter(finding({ ...about, kind: 'extra', code: 'object/replica', detail: CAME_BY_REPLICATION }));
    if (this.days === 0) return;
    if (metadata.lock === null && (await this.inner.isUnlocked?.(key, version)) === false) {
      const detail = 'The role may not read locks (s3:GetObjectRetention), here or anywhere else.';
      this.#enter(finding({ ...about, kind: 'unreadable', code: UNSEEN, detail }));
      return;
    }
    const tooShort = lockProblem(metadata, this.days);
    if (tooShort !== null) this.#enter(finding({ ...about, kind: 'short', code: 'retention/short', detail: tooShort }));
  }

  #enter(one: Finding): void {
    if (one.code !== UNSEEN) {
      this.#findings.set(`${one.code} ${one.key}`, one);
      return;
    }
    const first = this.#unseen.get(one.stream);
    if (first === undefined || one.key < first.key) this.#unseen.set(one.stream, one);
  }
}
