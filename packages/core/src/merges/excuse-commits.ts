import type { Configuration } from '../controls/index.ts';
import { exceptionFor } from './bypass-exception.ts';
import type { CheckedCommit } from './check-branch.ts';

export interface JudgedCommit extends CheckedCommit {
  /** The exception that covers a bypass; null for one that nothing covers, and for a verified commit. */
  readonly exception: string | null;
}

export interface Excusing {
  readonly repository: string;
  /** Epoch seconds. */
  readonly at: number;
  /** The newest commit before these that was verified; null where none is known. */
  readonly trusted: string | null;
  /** `.proofrail/` of a commit; null where it has none that can be used. */
  readonly configurationAt: (commit: string) => Promise<Configuration | null>;
}

/** Puts registered exceptions beside the bypasses that they cover. */
export async function excuseCommits(commits: readonly CheckedCommit[], excusing: Excusing): Promise<readonly JudgedCommit[]> {
  const { repository, at, configurationAt } = excusing;
  let trusted = excusing.trusted;
  const newestVerified = commits.filter(({ verdict }) => verdict.kind === 'verified').at(-1)?.landed.commit ?? trusted;
  const judged: JudgedCommit[] = [];
  for (const { landed, verdict } of commits) {
    if (verdict.kind === 'verified') {
      trusted = landed.commit;
      judged.push({ landed, verdict, exception: null });
      continue;
    }
    const before = trusted === null ? null : await configurationAt(trusted);
    const newest = newestVerified === null ? null : await configurationAt(newestVerified);
    judged.push({ landed, verdict, exception: exceptionFor(landed, verdict, { repository, at, before, newest }) });
  }
  return judged;
}
