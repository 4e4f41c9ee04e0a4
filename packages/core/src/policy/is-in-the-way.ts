import type { RuleResult } from './decision.ts';
import { isBroken } from './rule-status.ts';

/** Does this answer alone deny the change? */
export const isInTheWay = ({ mode, status }: Pick<RuleResult, 'mode' | 'status'>): boolean =>
  mode === 'enforce' && isBroken(status);
