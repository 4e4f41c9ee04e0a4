import type { Sha256 } from '../canonical/digest.ts';
import { finding, type Finding } from './finding.ts';
import { recordKey, timeOfName, type RecordName } from './layout.ts';
import { owedKinds } from './owed-kinds.ts';
import type { RunWord } from './run-word.ts';
import type { StreamId } from './stream-id.ts';
import type { StreamRecords } from './stream-records.ts';

interface Intent {
  readonly name: RecordName;
  readonly run: string;
  readonly owed: readonly string[];
  readonly deadline: number;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Holds what runs announced against what they wrote: a silence must be seen, and so must a decision without its facts (design §6). */
export class RunCheck {
  readonly #stream: StreamId;
  readonly #records: StreamRecords;
  readonly #intents: Intent[] = [];
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
    if (announced !== null) this.#intents.push({ name, run, owed: owedKinds(announced.kinds), deadline: announced.deadline });
    if (kind !== null) this.#written.set(run, this.#with(this.#written.get(run) ?? NOTHING, kind));
  }

  /** `now`: until when a result may have come, in UTC milliseconds; null: until the newest record. */
  findings(now: number | null): Finding[] {
    return [...this.#intents.flatMap((intent) => this.#unanswered(intent, now ?? this.#newest)), ...this.#baseless];
  }

  #with(kinds: ReadonlySet<string>, kind: string): ReadonlySet<string> {
    if (kinds.has(kind)) return kinds;
    const wider = [...kinds, kind].sort();
    const key = wider.join();
    const shared = this.#sets.get(key) ?? new Set(wider);
    this.#sets.set(key, shared);
    return shared;
  }

  #unanswered({ name, run, owed, deadline }: Intent, now: number): Finding[] {
    if (deadline > now) return [];
    const missing = owed.filter((kind) => this.#written.get(run)?.has(kind) !== true);
    if (missing.length === 0) return [];
    const [id, attempt] = run.split('/');
    const detail = `Run ${id}, attempt ${attempt}, announced ${missing.join(', ')}, and its deadline passed without it.`;
    return [finding({ ...this.#about(name), kind: 'unanswered', code: 'run/no-result', detail })];
  }

  #restsOnNothing(name: RecordName, record: Sha256): Finding {
    const detail = `The decision rests on the record ${record}, which is not here.`;
    return finding({ ...this.#about(name), kind: 'missing', code: 'run/no-facts', detail, found: record });
  }

  #about(name: RecordName) {
    return { stream: this.#stream, ...this.#records.placeOf(name), key: recordKey(this.#stream, name) };
  }
}
