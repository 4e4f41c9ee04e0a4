import { outcomeOf, placeOf, type Finding } from '@proofrail/core/ledger';
import type { Verification } from '@proofrail/core/verification';
import { verifyOnAllCores } from '@proofrail/machine';
import type { Session } from '../session.ts';
import { openVerifiable, type VerifiableOptions } from '../verify/open-verifiable.ts';
import { findingJson } from '../evidence/finding-json.ts';
import type { FindingToAccept } from './finding-to-accept.ts';
import type { Verifier } from './verifier.ts';

/** Verifies every stream of a ledger. */
export async function ledgerVerifier(options: Omit<VerifiableOptions, 'stream'>, session: Session): Promise<Verifier> {
  const { store, given } = await openVerifiable(options, session);
  return {
    command: 'verify',
    store,
    trust: given.trust,
    async verify() {
      const done = await verifyOnAllCores(store, { ...given, now: session.clock.now(), acceptAcknowledged: true });
      return { findings: done.findings.map((one) => toAccept(one, done)), accepting: done.outcome };
    },
  };
}

function toAccept(finding: Finding, { streams }: Pick<Verification, 'streams'>): FindingToAccept {
  const { digest, kind, code, acknowledged, detail, key } = finding;
  const own = streams.find(({ stream, head }) => stream === finding.stream && head !== null);
  const text = `${placeOf(finding)}: ${detail} (${key})`;
  const json = findingJson(finding);
  return { digest, kind, code, acknowledged, outcome: outcomeOf(finding), stream: own?.stream ?? null, text, json };
}
