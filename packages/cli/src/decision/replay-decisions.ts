import type { Sha256 } from '@proofrail/core/canonical';
import { recordOf, type RecordOf } from '@proofrail/core/evidence';
import { replayDecision, type Replay } from '@proofrail/core/gate';
import { listStreams, NO_TRUST, parseStreamId, readBlob, readStream, trustText, type StreamId } from '@proofrail/core/ledger';
import { worstOutcome, type CheckOutcome } from '@proofrail/core/outcomes';
import { sealedBeforeThefts } from '@proofrail/core/verification';
import { loadPolicy } from '@proofrail/core/policy';
import { findAttachments, openLedger } from '@proofrail/machine';
import { readBundle } from '@proofrail/policies';
import type { Answer } from '../answer.ts';
import type { ReplayOptions } from './declare-decision.ts';
import { withRole } from '../evidence/with-role.ts';
import { requireStream } from '../ledger/require-stream.ts';
import { readLedgerInputs } from '../ledger-inputs.ts';
import type { Session } from '../session.ts';
import { replayText } from './replay-text.ts';

export interface ReplayedDecision {
  readonly stream: StreamId;
  readonly record: Sha256;
  readonly decision: RecordOf<'policy.decision'>['details'];
  readonly replay: Replay;
}

/** Replays every decision of a ledger. TamperedError for one that does not verify: what it says then proves nothing. */
export async function replayDecisions(asked: ReplayOptions, session: Session): Promise<Answer> {
  const options = await withRole(asked, session);
  const { trust } = readLedgerInputs(options);
  const store = await openLedger(options.ledger, options);
  const found = await findAttachments(options.ledger, options.attachments ?? null, options);
  const attachments = found === null ? {} : { attachments: found };
  const policy = await loadPolicy(readBundle());
  const only = options.stream === undefined ? null : parseStreamId(options.stream, '--stream');
  const replayed: ReplayedDecision[] = [];
  const trusted = trust === undefined ? {} : { trust, ...attachments, sealed: await sealedBeforeThefts(store, { trust }) };
  for (const stream of only === null ? await listStreams(store) : [only]) {
    for await (const { statement, name, digest } of readStream(store, stream, trusted)) {
      const record = recordOf(statement, name);
      if (record.kind !== 'policy.decision') continue;
      const input = await readBlob(store, stream, record.details.input.sha256);
      replayed.push({ stream, record: digest, decision: record.details, replay: replayDecision(record.details, input, policy) });
      session.logger.progress(`replayed: ${replayed.length}`);
    }
  }
  const outcome = worstOutcome(replayed.flatMap(({ replay }) => OUTCOMES[replay.kind]));
  await requireStream(store, options.stream, { outcome, streams: replayed });
  const about = { trust: trust?.origin ?? trustText(NO_TRUST), policy: policy.manifest.policy };
  return {
    outcome,
    json: { ...about, ledger: store.uri, decisions: replayed.map(asJson) },
    text: (page) => replayText(about, replayed, outcome, page),
  };
}

/** Where no rule was asked nothing can be replayed, which is no result: a ledger of those alone ends in `invalid`. */
const OUTCOMES: Readonly<Record<Replay['kind'], readonly CheckOutcome[]>> = {
  same: ['allow'],
  differs: ['deny'],
  'other-policy': ['unavailable'],
  'not-judged': [],
  'no-input': ['tampered'],
};

const asJson = ({ stream, record, decision, replay }: ReplayedDecision) => ({
  stream,
  record,
  commit: decision.subject.head,
  evaluated_at: decision.evaluated_at,
  decision: decision.decision,
  policy: decision.policy.sha256,
  input: decision.input.sha256,
  replay: replay.kind,
  differences: 'differences' in replay ? replay.differences : [],
  why: replay.kind === 'not-judged' ? replay.code : replay.kind === 'no-input' ? replay.why : null,
});
