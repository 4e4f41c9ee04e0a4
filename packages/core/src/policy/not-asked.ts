import type { Decision } from './decision.ts';

/** What a denial says first whose cause is `error`. Answers that stand beside it were given one by one and decide nothing. */
export const notAsked = ({ rules }: Pick<Decision, 'rules'>): string =>
  rules.length === 0
    ? 'the rules could not be asked'
    : 'the rules could not be asked together; what each says alone decides nothing';
