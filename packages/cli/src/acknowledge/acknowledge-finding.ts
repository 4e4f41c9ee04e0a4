import { recordAcknowledgement } from '@proofrail/core/gate';
import { outcomeOf, type Finding, type StreamId, type Verification } from '@proofrail/core/ledger';
import { worstOutcome, type CheckOutcome } from '@proofrail/core/outcomes';
import type { ObjectStore } from '@proofrail/core/ports';
import { openIdentities, verifyOnAllCores } from '@proofrail/machine';
import type { Answer } from '../answer.ts';
import type { AcknowledgeOptions } from '../commands/acknowledge.ts';
import { localOrigin } from '../evidence/local-origin.ts';
import { openEvidence } from '../evidence/open-evidence.ts';
import { recordedAs, type Recorded } from '../evidence/recorded.ts';
import { saveReceipt } from '../evidence/save-receipt.ts';
import { streamFor } from '../evidence/stream-for.ts';
import { withRole } from '../evidence/with-role.ts';
import type { Session } from '../session.ts';
import { openVerifiable } from '../verify/open-verifiable.ts';
import { findingJson } from '../verify/verify.ts';
import { acknowledgeText } from './acknowledge-text.ts';
import { actorOf } from './account-named.ts';
import { acknowledgementIn, type AskedAcknowledgement } from './asked-acknowledgement.ts';
import { presentFinding } from './present-finding.ts';
import { requireAcknowledgingKey } from './require-acknowledging-key.ts';

/** What came of an acknowledgement, by a verification that was made afterwards. */
export interface Acknowledged {
  readonly recorded: Recorded;
  /** Whether that verification takes the finding for acknowledged: a finding that says something else by now is another one. */
  readonly counts: boolean;
  /** How `verify` ends from now on, without `--accept-acknowledged` and with it. */
  readonly strict: CheckOutcome;
  readonly accepting: CheckOutcome;
}

/**
 * Accepts one finding of a ledger. What could make the record count for nothing is refused before it is written; what `verify` says
 * afterwards is asked of `verify`. Nothing done for want of --yes is `invalid`: no script may take it for done.
 */
export async function acknowledgeFinding(options: AcknowledgeOptions, session: Session): Promise<Answer> {
  const reached = await withRole(options, session);
  const asked = acknowledgementIn(reached);
  const { stream: named, ...whole } = reached; // an acknowledgement counts for every stream, so all of them are looked at
  const { store, given } = await openVerifiable(whole, session);
  await requireAcknowledgingKey(reached, given.trust, session);
  const verify = () => verifyOnAllCores(store, { ...given, now: session.clock.now(), acceptAcknowledged: true });
  const verification = await verify();
  const finding = presentFinding(reached.finding, verification.findings);
  const stream = await streamOf(finding, verification, named, store);
  const done = reached.yes === true ? await record(finding, stream, { asked, options: reached, verify }, session) : null;
  return {
    outcome: done === null ? 'invalid' : done.counts ? 'allow' : 'deny',
    json: {
      finding: findingJson(finding),
      stream,
      recorded: done?.recorded ?? null,
      counts: done?.counts ?? null,
      verify: done === null ? null : { strict: done.strict, accepting: done.accepting },
    },
    text: (page) => acknowledgeText(finding, asked, { stream, done }, page),
  };
}

async function record(
  finding: Finding,
  stream: StreamId,
  {
    asked,
    options,
    verify,
  }: {
    readonly asked: AskedAcknowledgement;
    readonly options: AcknowledgeOptions;
    readonly verify: () => Promise<Verification>;
  },
  session: Session,
): Promise<Acknowledged> {
  const desk = await openEvidence(options, session);
  const identities = await openIdentities(options.ledger, options.identities, options);
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
  const after = await verify();
  return {
    recorded,
    counts: after.findings.some((one) => one.digest === finding.digest && one.acknowledged !== null),
    strict: worstOutcome(['allow', ...after.findings.map(outcomeOf)]),
    accepting: after.outcome,
  };
}

/** The stream that the finding is about, so that whoever verifies it alone sees both; where nothing is left of that one, any other. */
async function streamOf(
  { stream }: Finding,
  { streams }: Verification,
  named: string | undefined,
  store: ObjectStore,
): Promise<StreamId> {
  const own = streams.find((one) => one.stream === stream && one.head !== null);
  return named === undefined && own !== undefined ? own.stream : streamFor(named, store);
}
