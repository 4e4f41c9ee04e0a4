import { recordAcknowledgement } from '@proofrail/core/gate';
import type { IdentityStore } from '@proofrail/core/evidence';
import { parseStreamId, type StreamId } from '@proofrail/core/ledger';
import { worstOutcome, type CheckOutcome } from '@proofrail/core/outcomes';
import { openIdentities } from '@proofrail/machine';
import type { Answer } from '../answer.ts';
import type { AcknowledgeOptions } from './declare-acknowledge.ts';
import { localOrigin } from '../evidence/local-origin.ts';
import { openEvidence } from '../evidence/open-evidence.ts';
import { recordedAs, type Recorded } from '../evidence/recorded.ts';
import { saveReceipt } from '../evidence/save-receipt.ts';
import { streamFor } from '../evidence/stream-for.ts';
import { withRole } from '../evidence/with-role.ts';
import type { Session } from '../session.ts';
import { acknowledgeText } from './acknowledge-text.ts';
import { actorOf } from './account-named.ts';
import { acknowledgementIn, type AskedAcknowledgement } from './asked-acknowledgement.ts';
import type { FindingToAccept } from './finding-to-accept.ts';
import { openVerifier } from './open-verifier.ts';
import { presentFinding } from './present-finding.ts';
import { requireAcknowledgingKey } from './require-acknowledging-key.ts';
import type { Verifier } from './verifier.ts';

/** What came of an acknowledgement, by a verification that was made afterwards. */
export interface Acknowledged {
  readonly recorded: Recorded;
  /** Whether that verification takes the finding for acknowledged: a finding that says something else by now is another one. */
  readonly counts: boolean;
  /** How that verification ends from now on, without `--accept-acknowledged` and with it. */
  readonly strict: CheckOutcome;
  readonly accepting: CheckOutcome;
}

/**
 * Accepts one finding of a ledger, or of a trail that watched it. What could make the record count for nothing is refused before it is
 * written; what the verifier says afterwards is asked of the verifier. Nothing done for want of --yes is `invalid`: no script may take it
 * for done.
 */
export async function acknowledgeFinding(options: AcknowledgeOptions, session: Session): Promise<Answer> {
  const reached = await withRole(options, session);
  const asked = acknowledgementIn(reached);
  const { stream: text, ...whole } = reached; // an acknowledgement counts for every stream, so all of them are looked at
  const named = text === undefined ? null : parseStreamId(text, '--stream');
  const verifier = await openVerifier(whole, session);
  const identities = await openIdentities(reached.ledger, reached.identities, reached);
  await requireAcknowledgingKey(reached, verifier.trust, session);
  const finding = presentFinding(reached.finding, await verifier.verify(), verifier);
  const stream = named ?? finding.stream ?? (await streamFor(undefined, verifier.store));
  const done =
    reached.yes === true ? await record(finding, stream, { asked, options: reached, verifier, identities }, session) : null;
  return {
    outcome: done === null ? 'invalid' : done.counts ? 'allow' : 'deny',
    json: {
      finding: finding.json,
      stream,
      recorded: done?.recorded ?? null,
      counts: done?.counts ?? null,
      verify: done === null ? null : { strict: done.strict, accepting: done.accepting },
    },
    text: (page) => acknowledgeText(finding, asked, { stream, done, by: verifier.command }, page),
  };
}

async function record(
  finding: FindingToAccept,
  stream: StreamId,
  {
    asked,
    options,
    verifier,
    identities,
  }: {
    readonly asked: AskedAcknowledgement;
    readonly options: AcknowledgeOptions;
    readonly verifier: Verifier;
    readonly identities: IdentityStore;
  },
  session: Session,
): Promise<Acknowledged> {
  const desk = await openEvidence(options, session);
  const written = await recordAcknowledgement(
    {
      finding,
      reason: asked.reason,
      acknowledgedBy: await actorOf(asked.acknowledgedBy, identities),
      approvedBy: await actorOf(asked.approvedBy, identities),
      origin: localOrigin(desk.product),
      at: session.clock.now(),
    },
    desk.log(stream),
  );
  const recorded = recordedAs([written], desk.madeKey);
  saveReceipt(recorded.receipt, options.saveReceipt);
  const { findings, accepting } = await verifier.verify();
  return {
    recorded,
    counts: findings.some((one) => one.digest === finding.digest && one.acknowledged !== null),
    strict: worstOutcome(['allow', ...findings.map(({ outcome }) => outcome)]),
    accepting,
  };
}
