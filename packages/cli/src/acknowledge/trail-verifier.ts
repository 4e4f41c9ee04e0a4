import { LEDGER_UNVERIFIED, outcomeOfTrail, type TrailFinding } from '@proofrail/audit/cloudtrail';
import { TamperedError, UnavailableError } from '@proofrail/core/outcomes';
import { openLedger } from '@proofrail/machine';
import { checkCloudTrail, type CloudTrailCheckOptions } from '../cloudtrail/check-cloudtrail.ts';
import { trailFindingJson } from '../cloudtrail/cloudtrail-json.ts';
import { trailFindingText } from '../cloudtrail/trail-finding-text.ts';
import { readLedgerInputs } from '../ledger-inputs.ts';
import type { Session } from '../session.ts';
import type { FindingToAccept } from './finding-to-accept.ts';
import type { Verifier } from './verifier.ts';

/**
 * Checks what AWS saw, and with it the ledger in which the reasons lie. Verifying throws TamperedError or UnavailableError
 * `acknowledge/ledger`: in a ledger that does not verify an acknowledgement would count for nothing.
 */
export async function trailVerifier(options: CloudTrailCheckOptions, session: Session): Promise<Verifier> {
  return {
    command: 'cloudtrail verify',
    store: await openLedger(options.ledger, options),
    trust: readLedgerInputs(options).trust,
    async verify() {
      const { verification } = await checkCloudTrail(options, true, session);
      for (const finding of verification.findings) if (finding.code === LEDGER_UNVERIFIED) throw unverified(finding);
      return { findings: verification.findings.map(toAccept), accepting: verification.outcome };
    },
  };
}

function toAccept(finding: TrailFinding): FindingToAccept {
  const { digest, kind, code, acknowledged } = finding;
  const [text, json] = [trailFindingText(finding), trailFindingJson(finding)];
  return { digest, kind, code, acknowledged, outcome: outcomeOfTrail(finding), stream: null, text, json };
}

function unverified({ kind, key }: TrailFinding): TamperedError | UnavailableError {
  const Failure = kind === 'unreadable' ? UnavailableError : TamperedError;
  return new Failure('acknowledge/ledger', {
    expected: 'a ledger that verifies, or whose findings are acknowledged themselves',
    found: 'another one, in which no record gives a reason',
    at: key,
    doThis: 'run "proofrail verify" with the same --trust, and acknowledge what it finds first',
  });
}
