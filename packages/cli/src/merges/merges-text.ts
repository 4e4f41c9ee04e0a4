import { BYPASS_REASONS, UNVERIFIED_REASONS, type JudgedCommit, type Refused } from '@proofrail/core/merges';
import type { Page } from '../answer.ts';
import { recordedLines } from '../evidence/recorded-lines.ts';
import type { Recorded } from '../evidence/recorded.ts';
import { counted } from '@proofrail/core/text';
import { shown } from '../terminal/shown.ts';
import type { Style } from '../terminal/style.ts';
import { table, type Cell } from '../terminal/table.ts';
import { trustLine } from '../evidence/trust-line.ts';

export interface ShownMerges {
  readonly trust: string;
  readonly branch: string;
  readonly since: string;
  readonly tip: string;
  readonly facts: 'given' | 'read';
  readonly commits: readonly JudgedCommit[];
  readonly recorded: Recorded | null;
}

/** One line for each commit, in the order in which they came; then the one sentence that counts. */
export function mergesText(merges: ShownMerges, { style, columns }: Page): string {
  const { trust, branch, since, tip, facts, commits, recorded } = merges;
  const head = table([
    ['branch', `${shown(branch)}, ${since} to ${tip}`],
    ['facts', facts === 'given' ? 'facts given, not read' : 'facts read'],
  ]);
  const lines = table(
    commits.map((commit) => line(commit, style)),
    columns === undefined ? {} : { columns },
  );
  const evidence = recorded === null ? 'not recorded' : table(recordedLines(recorded));
  return [`${trustLine(trust)}\n${head}`, lines, conclusion(commits, style), evidence]
    .filter((block) => block !== '')
    .join('\n\n');
}

function line({ landed, verdict, exception }: JudgedCommit, style: Style): (Cell | string)[] {
  if (verdict.kind === 'verified') {
    const given = verdict.factsGiven ? '; facts given, not read' : '';
    return [
      { text: 'verified', look: style.good },
      landed.commit,
      `#${verdict.pullRequest} by ${verdict.method}, head ${verdict.head}, decision ${verdict.decision}${given}`,
    ];
  }
  const state = exception === null ? verdict.kind : 'excepted';
  return [
    { text: state, look: exception === null ? style.bad : style.caution },
    landed.commit,
    `${verdict.reason}: ${sentence(verdict)}${about(verdict)}${exception === null ? '' : `; exception ${shown(exception)}`}`,
  ];
}

const sentence = (refused: Refused): string =>
  refused.kind === 'bypass' ? BYPASS_REASONS[refused.reason] : UNVERIFIED_REASONS[refused.reason];

const about = ({ pullRequest, head }: Refused): string =>
  pullRequest === null ? '' : ` (#${pullRequest}, head ${head ?? 'unknown'})`;

function conclusion(commits: readonly JudgedCommit[], style: Style): string {
  if (commits.length === 0) return 'nothing new: the tip of the branch is the commit that was checked last';
  const open = commits.filter(({ verdict, exception }) => verdict.kind !== 'verified' && exception === null).length;
  if (open > 0) return style.bad(`${open} of ${counted(commits.length, 'commit')} did not come by an allowed change`);
  const excepted = commits.filter(({ exception }) => exception !== null).length;
  const verified = `${counted(commits.length - excepted, 'commit')} verified`;
  return excepted === 0 ? style.good(verified) : style.caution(`${verified}, ${excepted} excepted`);
}
