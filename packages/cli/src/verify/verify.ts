import { trustText } from '@proofrail/core/ledger';
import type { Verification } from '@proofrail/core/verification';
import type { Answer } from '../answer.ts';
import { findingJson } from '../evidence/finding-json.ts';
import type { VerifyOptions } from './declare-verify.ts';
import type { Session } from '../session.ts';
import { kindsIn, type WantedRetention } from './wanted-retention.ts';
import { verificationText } from './verification-text.ts';
import type { Verified } from './verify-here.ts';

/** Verifies a ledger; findings are the answer, not an error. ConfigurationError for inputs that cannot be used. */
export async function verify(asked: VerifyOptions, session: Session): Promise<Answer> {
  return verificationAnswer(await verified(asked, session));
}

export const verificationAnswer = ({ verification, retention }: Verified): Answer => ({
  outcome: verification.outcome,
  json: verificationJson(verification, retention),
  text: (page) => verificationText(verification, retention, page),
});

async function verified(asked: VerifyOptions, session: Session): Promise<Verified> {
  if (!asked.ledger.startsWith('s3:')) return (await import('./verify-here.ts')).verifyHere(asked, session);
  return (await import('./verify-in-thread.ts')).verifyInThread(asked, session);
}

/** Shared with `report`. Trust comes first: everything after it means only as much as that line says. */
export function verificationJson(
  { trust, ledger, assurance, order, streams, receipts, since, seal, waiting, findings }: Verification,
  retention: WantedRetention | null,
): Record<string, unknown> {
  return {
    trust: trustText(trust),
    ledger,
    assurance,
    order,
    retention: kindsIn(retention).length === 0 ? retention : { ...retention, waiting },
    receipts,
    since,
    seal,
    streams,
    findings: findings.map(findingJson),
  };
}
