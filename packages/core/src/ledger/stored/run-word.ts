import * as v from 'valibot';
import { isSha256, type Sha256 } from '../../canonical/digest.ts';
import { parseStatement } from '../../canonical/parse-statement.ts';
import { kindIn } from './kind-in.ts';

/** What a record says about the run that wrote it: enough to see what was announced and never came. */
export interface RunWord {
  /** `<run id>/<attempt>`; null: the record belongs to no run. */
  readonly run: string | null;
  /** `policy.decision`, or null for one of a kind that no intent announces. */
  readonly kind: string | null;
  /** What an intent announces; null: it is none. */
  readonly announced: { readonly kinds: readonly string[]; readonly deadline: number } | null;
  /** Records that a decision rests on. */
  readonly names: readonly Sha256[];
}

const kindName = v.pipe(v.string(), v.regex(/^[a-z]{1,30}(\.[a-z]{1,30}){0,3}$/, 'a kind of record'));
const intent = v.object({ expected_kinds: v.array(kindName), deadline: v.pipe(v.string(), v.isoTimestamp()) });
const decision = v.object({
  evidence: v.object({ related: v.array(v.object({ digest: v.custom<Sha256>(isSha256, 'a digest') })) }),
});

// As in kind-in.ts, most records need not be parsed.
const RUN = /"run_attempt":([0-9]{1,9}),"run_id":"([0-9]{1,20})"/;

/** Null: it says nothing about a run, and rests on nothing. */
export function readRunWord(payload: Uint8Array): RunWord | null {
  const text = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString('latin1');
  const kind = kindIn(text);
  if (kind === null) return null;
  const [, attempt, id] = RUN.exec(text) ?? [];
  const run = id === undefined ? null : `${id}/${attempt}`;
  if (run === null && kind !== 'policy.decision') return null;
  const predicate = kind === 'run.intent' || kind === 'policy.decision' ? predicateIn(payload) : null;
  return {
    run,
    kind,
    announced: kind === 'run.intent' ? announcedIn(predicate) : null,
    names: kind === 'policy.decision' ? namesIn(predicate) : [],
  };
}

function announcedIn(predicate: unknown): RunWord['announced'] {
  const parsed = v.safeParse(intent, predicate);
  if (!parsed.success) return null;
  return { kinds: parsed.output.expected_kinds, deadline: Date.parse(parsed.output.deadline) };
}

function namesIn(predicate: unknown): readonly Sha256[] {
  const parsed = v.safeParse(decision, predicate);
  return parsed.success ? parsed.output.evidence.related.map(({ digest }) => digest) : [];
}

function predicateIn(payload: Uint8Array): unknown {
  try {
    return parseStatement(payload, 'record').predicate;
  } catch {
    return null; // no statement, hence nothing that announces anything
  }
}
