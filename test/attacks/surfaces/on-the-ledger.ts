import type { FakeClaims } from '@proofrail/testkit';
import type { TrustFile } from '@proofrail/core/ledger';
import { intent, witnessedLedger } from '../../ledger/witnessed-ledger.ts';
import type { Answer, ShownAttack } from '../attack.ts';

export interface LedgerAttack {
  readonly row: number;
  readonly attack: string;
  /** The code of the finding. */
  readonly answer: string;
  readonly seenRed: string;
  readonly live?: string;
  /** What the platform says about the attacker's job, where that differs from the gate's. */
  readonly claims: FakeClaims;
  /** Which runs may sign, where that is narrower than the gate's workflow in its repository. */
  readonly admitted?: Partial<TrustFile['run_keys'][number]>;
}

/** A job writes a record with a key of its run; verification asks the platform's token which job that was. */
export function onTheLedger({ answer, claims, admitted = {}, ...row }: LedgerAttack): ShownAttack {
  const verified = async (by: FakeClaims): Promise<Answer> => {
    const ledger = witnessedLedger({ claims: by });
    await ledger.log().append(intent());
    const { outcome, findings, streams } = await ledger.verify({ run_keys: [{ ...ledger.issuer.runRule, ...admitted }] });
    if (streams.length === 0) throw new Error('nothing was verified');
    return { outcome: outcome === 'allow' ? 'allow' : 'deny', says: findings.map(({ code }) => code) };
  };
  return {
    ...row,
    ending: 'detected',
    answered: { by: 'ledger verifier', with: answer },
    attacked: () => verified(claims),
    untouched: () => verified({}),
  };
}
