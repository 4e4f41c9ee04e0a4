import type { RuleResult } from './decision.ts';

/** Does this answer alone deny the change? */
export const isInTheWay = ({ mode, status }: Pick<RuleResult, 'mode' | 'status'>): boolean =>
  mode === 'enforce' && (status === 'fail' || status === 'unknown');
