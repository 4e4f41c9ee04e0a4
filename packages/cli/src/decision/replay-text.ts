import type { Replay } from '@proofrail/core/gate';
import type { CheckOutcome } from '@proofrail/core/outcomes';
import type { Page } from '../answer.ts';
import { counted } from '@proofrail/core/text';
import { shown } from '../terminal/shown.ts';
import type { Style } from '../terminal/style.ts';
import { table, type Cell } from '../terminal/table.ts';
import { trustLine } from '../evidence/trust-line.ts';
import type { ReplayedDecision } from './replay-decisions.ts';

/** Trust and module first, then each decision with what became of it, then the one word that counts. */
export function replayText(
  { trust, policy }: { readonly trust: string; readonly policy: string },
  replayed: readonly ReplayedDecision[],
  outcome: CheckOutcome,
  { style, columns }: Page,
): string {
  const head = `${trustLine(trust)}\npolicy: ${policy}`;
  const rows = replayed.map(({ record, decision, replay }) => [
    mark(replay, style),
    `${decision.decision} ${decision.subject.head.slice(0, 12)} at ${decision.evaluated_at}`,
    `${shown(saying(replay))} (${record})`,
  ]);
  const blocks = [head, table(rows, columns === undefined ? {} : { columns }), conclusion(replayed, outcome, style)];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function mark({ kind }: Replay, style: Style): Cell {
  const look = kind === 'same' ? style.good : kind === 'differs' || kind === 'no-input' ? style.bad : style.caution;
  return { text: kind, look };
}

function saying(replay: Replay): string {
  switch (replay.kind) {
    case 'same':
      return 'the same input gives the same decision';
    case 'differs':
      return `the record says otherwise: ${replay.differences.join(', ')}`;
    case 'other-policy':
      return `decided by module ${replay.recorded}; this one ${replay.differences.length === 0 ? 'agrees' : `says otherwise: ${replay.differences.join(', ')}`}`;
    case 'not-judged':
      return `no rule was asked: ${replay.code}`;
    case 'no-input':
      return replay.why === 'absent' ? 'the ledger does not hold its input document' : 'its input document is none';
  }
}

function conclusion(replayed: readonly ReplayedDecision[], outcome: CheckOutcome, { good, bad }: Style): string {
  const same = replayed.filter(({ replay }) => replay.kind === 'same').length;
  switch (outcome) {
    case 'allow':
      return `${good('replayed')}: ${counted(same, 'decision')}, each follows from its input`;
    case 'deny':
      return bad('failed: a decision does not follow from its input');
    case 'unavailable':
      return bad('unavailable: another policy module decided, and only that one can prove it');
    case 'tampered':
      return bad('tampered: a decision is here and what it rests on is not');
    case 'invalid':
      return bad('nothing to replay: no decision of this ledger asked a rule, and that is never ok');
  }
}
