import type { Judgement } from './judge-change.ts';

export interface Waiver {
  readonly exception: string;
  readonly rule: string;
  readonly days_left: number;
}

const SECONDS_IN_A_DAY = 86_400;

/** Each use of an exception leaves evidence, whether it excused a whole rule or one finding (design §5). */
export function waiversOf({ decision, document }: Judgement): Waiver[] {
  const used = new Set(document.findings.items.flatMap(({ exception }) => exception ?? []));
  for (const { exception } of decision.rules) if (exception !== null) used.add(exception);
  return document.exceptions.items
    .filter(({ id }) => used.has(id))
    .map(({ id, rule, expires }) => ({
      exception: id,
      rule,
      days_left: Math.max(0, Math.ceil(((expires ?? 0) - document.evaluated_at) / SECONDS_IN_A_DAY)),
    }));
}
