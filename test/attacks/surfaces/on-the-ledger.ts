import type { FakeClaims } from '@proofrail/testkit';
import type { TrustFile } from '@proofrail/core/ledger';
import type { Declared, ShownAttack } from '../attack.ts';
import { answerOfTheLedger } from './answer-of-the-ledger.ts';

export interface LedgerAttack extends Declared {
  /** The code of the finding. */
  readonly answer: string;
  /** What the platform says about the attacker's job, where that differs from the gate's. */
  readonly claims: FakeClaims;
  /** Which runs may sign, where that is narrower than the gate's workflow in its repository. */
  readonly admitted?: Partial<TrustFile['run_keys'][number]>;
}

export function onTheLedger({ answer, claims, admitted = {}, ...row }: LedgerAttack): ShownAttack {
  return {
    ...row,
    ending: 'detected',
    answered: { by: 'ledger verifier', with: answer },
    attacked: () => answerOfTheLedger(claims, admitted),
    untouched: () => answerOfTheLedger({}, admitted),
  };
}
