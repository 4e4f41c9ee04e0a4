import type { Sha256 } from '../../../canonical/digest.ts';
import { finding, type Finding } from '../finding.ts';
import { recordKey, timeOfName, type RecordName } from '../../layout.ts';
import { owedKinds } from './owed-kinds.ts';
import type { RunWord } from '../../stored/run-word.ts';
import type { StreamId } from '../../stream-id.ts';
import type { StreamRecords } from '../inventory/stream-records.ts';

interface Intent {
  readonly name: RecordName;
  readonly owed: readonly string[];
  readonly deadline: number;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Holds what runs announced against what they wrote: a silence must be seen, and so must a decision without its facts (design §6). */
export class RunCheck {
  readonly #stream: StreamId;
  readonly #records: StreamRecords;
  /** By run, those that wait for something: in a large ledger nearly all were answered long ago. */
  readonly #waiting = new Map<string, readonly Intent[]>();
  readonly #baseless: Finding[] = [];
  /** Kinds that each run wrote. Nearly all runs write the same ones, so that they share their sets: a large ledger has many runs. */
  readonly #written = new Map<string, ReadonlySet<string>>();
  readonly #sets = new Map<string, ReadonlySet<string>>();
  #newest = 0;

  /** `records`: every record of the stream, visited or not. */
  constructor(stream: StreamId, records: StreamRecords) {
    this.#stream = stream;
    this.#records = records;
  }

  visit(name: RecordName, word: RunWord | null): void {
    this.#newest = Math.max(this.#newest, timeOfName(name));
    if (word === null) return;
    const { run, kind, announced, names } = word;
    for (const record of names) if (!this.#records.holds(record)) this.#baseless.push(this.#restsOnNothing(name, record));
    if (run === null) return;
    if (kind !== null) this.#written.set(run, this.#with(this.#written.get(run) ?? NOTHING, kind));
    const waiting = this.#waiting.get(run) ?? [];
    const intent = announced === null ? [] : [{ name, owed: owedKinds(announced.kinds), deadline: announced.deadline }];
    const still = [...waiting, ...intent].filter(({ owed }) => this.#missing(run, owed).length > 0);
    if (still.length > 0) this.#waiting.set(run, still);
    else this.#waiting.delete(run);
  }

  /** `now`: until when a result may have come, in UTC milliseconds; null: until the newest record. */
  findings(now: number | null): Finding[] {
    const unanswered = [...this.#waiting].flatMap(([run, intents]) =>
      intents.filter(({ deadline }) => deadline <= (now ?? this.#newest)).map((intent) => this.#unanswered(run, intent)),
    );
    return [...unanswered, ...this.#baseless];
  }

  #with(kinds: ReadonlySet<string>, kind: string): ReadonlySet<string> {
    if (kinds.has(kind)) return kinds;
    const wider = [...kinds, kind].sort();
    const key = wider.join();
    const shared = this.#sets.get(key) ?? new Set(wider);
    this.#sets.set(key, shared);
    return shared;
  }

  #missing(run: string, owed: readonly string[]): readonly string[] {
    return owed.filter((kind) => this.#written.get(run)?.has(kind) !== true);
  }

  #unanswered(run: string, { name, owed }: Intent): Finding {
    const missing = this.#missing(run, owed);
    const [id, attempt] = run.split('/');
    const detail = `Run ${id}, attempt ${attempt}, announced ${missing.join(', ')}, and its deadline passed without it.`;
    return finding({ ...this.#about(name), kind: 'unanswered', code: 'run/no-result', detail });
  }

  #restsOnNothing(name: RecordName, record: Sha256): Finding {
    const detail = `The decision rests on the record ${record}, which is not here.`;
    return finding({ ...this.#about(name), kind: 'missing', code: 'run/no-facts', detail, found: record });
  }

  #about(name: RecordName) {
    return { stream: this.#stream, ...this.#records.placeOf(name), key: recordKey(this.#stream, name) };
  }
}
