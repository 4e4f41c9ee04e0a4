import { generateKeyPairSync } from 'node:crypto';
import { sha256 } from '@proofrail/core/canonical';
import { changeSubject, recordOf, type Details } from '@proofrail/core/evidence';
import {
  decideChanges,
  evidenceLog,
  formatDecisionBundle,
  intentOf,
  originOf,
  readDecisionBundle,
  recordBundle,
  recordVerdict,
  type UnjudgedChange,
} from '@proofrail/core/gate';
import { parseStreamId, readStream } from '@proofrail/core/ledger';
import { loadPolicy } from '@proofrail/core/policy';
import type { ObjectStore } from '@proofrail/core/ports';
import type { Collected } from '@proofrail/github';
import { readBundle } from '@proofrail/policies';
import { localSignerFromPem } from '@proofrail/signer-local';
import { MemoryStore } from '@proofrail/store-memory';
import { MemoryIdentities } from '../../packages/core/src/evidence/test/sample-sources.ts';

const policy = await loadPolicy(readBundle());
const signer = localSignerFromPem(
  String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })),
  'test',
);
export const STREAM = parseStreamId('778812345');

export type Road = 'in one job' | 'by way of another job';

export interface RecordedAnswers {
  readonly store: MemoryStore;
  readonly answers: readonly Details<'policy.decision'>['answers'][];
}

/** Records what was collected, and gives back what each decision says of the answers. `attachments`: null where nobody named a place. */
export async function recordedAnswers(
  collected: readonly Collected[],
  attachments: ObjectStore | null,
  road: Road,
): Promise<RecordedAnswers> {
  const store = new MemoryStore();
  const at = Math.floor(Date.parse(collected[0]?.facts.read_at ?? '') / 1000);
  const ledger = { store, signer, clock: { now: () => at * 1000 } };
  const evidence = evidenceLog(ledger, STREAM, (count) => Buffer.alloc(count, 7), null, { by: 'ledger' }, attachments);
  const deps = { policy, evidence, identities: new MemoryIdentities(), product: { name: 'test', version: '0.0.0' } };
  const [first] = collected;
  if (first === undefined) throw new Error('nothing was collected');
  const { repository, run, change } = first.facts;
  const origin = originOf(first.facts, 'read', deps.product, 'n_a');
  const started = await evidence.append(
    intentOf({ repository, run, event: run.event }, { subject: changeSubject(change), origin, at: at * 1000 }),
  );
  const intent = started.receipt.record;
  const changes = collected.map(unjudged);
  const { decided, bundle } = decideChanges(changes, policy, at);
  if (road === 'in one job') {
    for (const one of decided) await recordVerdict(one, { at, source: 'read', intent }, deps);
  } else {
    const bytes = formatDecisionBundle(bundle());
    const reports = changes.flatMap((one) => [...one.reports, one.answers.document()].flatMap((file) => file ?? []));
    await recordBundle(
      { bundle: readDecisionBundle(bytes, sha256(bytes), 'decision.json'), reports, run: { repository, run }, intent },
      deps,
    );
  }
  return { store, answers: await answersIn(store) };
}

async function answersIn(store: ObjectStore): Promise<Details<'policy.decision'>['answers'][]> {
  const found: Details<'policy.decision'>['answers'][] = [];
  for await (const { statement, name } of readStream(store, STREAM)) {
    const record = recordOf(statement, name);
    if (record.kind === 'policy.decision') found.push(record.details.answers);
  }
  return found;
}

const unjudged = ({ facts, answers, reports, configuration, organisation }: Collected): UnjudgedChange => ({
  facts,
  answers,
  source: 'read',
  configuration: { kind: 'files', repository: configuration(), organisation: organisation() },
  reports: reports.map(({ bytes }) => bytes),
});
