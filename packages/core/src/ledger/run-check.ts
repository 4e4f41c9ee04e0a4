import type { Sha256 } from '../canonical/digest.ts';
import type { Place } from './chain-check.ts';
import { finding, type Finding } from './finding.ts';
import { digestOfName, recordKey, timeOfName, type RecordName } from './layout.ts';
import { owedKinds } from './owed-kinds.ts';
import type { RunWord } from './run-word.ts';
import type { StreamId } from './stream-id.ts';

interface Said extends RunWord {
  readonly name: RecordName;
}

/** Holds what runs announced against what they wrote: a silence must be seen, and so must a decision without its facts (design §6). */
export class RunCheck {
  readonly #stream: StreamId;
  readonly #places: ReadonlyMap<RecordName, Place>;
  readonly #intents: Said[] = [];
  readonly #decisions: Said[] = [];
  /** Kinds that each run wrote. */
  readonly #written = new Map<string, Set<string>>();
  #newest = 0;

  constructor(stream: StreamId, places: ReadonlyMap<RecordName, Place>) {
    this.#stream = stream;
    this.#places = places;
  }

  visit(name: RecordName, word: RunWord | null): void {
    this.#newest = Math.max(this.#newest, timeOfName(name));
    if (word === null) return;
    if (word.announced !== null) this.#intents.push({ ...word, name });
    if (word.names.length > 0) this.#decisions.push({ ...word, name });
    if (word.run === null || word.kind === null) return;
    this.#written.set(word.run, (this.#written.get(word.run) ?? new Set()).add(word.kind));
  }

  /** `now`: until when a result may have come, in UTC milliseconds; null: until the newest record. `stored`: every record that lies here. */
  findings(now: number | null, stored: Iterable<RecordName>): Finding[] {
    const present = this.#namedAmong(stored);
    return [
      ...this.#intents.flatMap((intent) => this.#unanswered(intent, now ?? this.#newest)),
      ...this.#decisions.flatMap((decision) => this.#baseless(decision, present)),
    ];
  }

  #unanswered({ name, run, announced }: Said, now: number): Finding[] {
    if (announced === null || run === null || announced.deadline > now) return [];
    const missing = owedKinds(announced.kinds).filter((kind) => this.#written.get(run)?.has(kind) !== true);
    if (missing.length === 0) return [];
    const [id, attempt] = run.split('/');
    const detail = `Run ${id}, attempt ${attempt}, announced ${missing.join(', ')}, and its deadline passed without it.`;
    return [finding({ ...this.#about(name), kind: 'unanswered', code: 'run/no-result', detail })];
  }

  /** The records that decisions rest on and that are stored. */
  #namedAmong(stored: Iterable<RecordName>): ReadonlySet<Sha256> {
    const named = new Set(this.#decisions.flatMap(({ names }) => names));
    const present = new Set<Sha256>();
    if (named.size === 0) return present; // most streams: nothing is made of a hundred thousand names
    for (const name of stored) {
      const record = digestOfName(name);
      if (named.has(record)) present.add(record);
    }
    return present;
  }

  #baseless({ name, names }: Said, present: ReadonlySet<Sha256>): Finding[] {
    return names
      .filter((record) => !present.has(record))
      .map((record) => {
        const detail = `The decision rests on the record ${record}, which is not here.`;
        return finding({ ...this.#about(name), kind: 'missing', code: 'run/no-facts', detail, found: record });
      });
  }

  #about(name: RecordName) {
    return { stream: this.#stream, ...this.#places.get(name), key: recordKey(this.#stream, name) };
  }
}
