import type { TrustFile } from '@proofrail/core/ledger';
import type { FakeClaims } from '@proofrail/testkit';
import { intent, witnessedLedger } from '../../ledger/witnessed-ledger.ts';
import type { Answer } from '../attack.ts';

/** A job writes a record with a key of its run; verification asks the platform's token which job that was. `admitted` narrows which may. */
export async function answerOfTheLedger(
  claims: FakeClaims,
  admitted: Partial<TrustFile['run_keys'][number]> = {},
): Promise<Answer> {
  const ledger = witnessedLedger({ claims });
  await ledger.log().append(intent());
  const { outcome, findings, streams } = await ledger.verify({ run_keys: [{ ...ledger.issuer.runRule, ...admitted }] });
  if (streams.length === 0) throw new Error('nothing was verified');
  return { outcome: outcome === 'allow' ? 'allow' : 'deny', says: findings.map(({ code }) => code) };
}
