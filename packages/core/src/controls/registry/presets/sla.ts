import { ANY, ASSIGNED, NONE, sameForEveryClass } from './thresholds.ts';

/** As `baseline`, but a high finding passes while it has an owner and a due date that has not passed. */
export const sla = { thresholds: sameForEveryClass({ critical: NONE, high: ASSIGNED, medium: ANY, low: ANY }) };
