import { UnavailableError } from '@proofrail/core/outcomes';

const OLDEST = [2, 38] as const; // the first with "merge-tree --write-tree"

/** UnavailableError `git/too-old`, also for a version that cannot be read. */
export function requireGitVersion(answer: string): void {
  const [, major = '0', minor = '0'] = /^git version (\d+)\.(\d+)/.exec(answer) ?? [];
  if (Number(major) > OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) >= OLDEST[1])) return;
  throw new UnavailableError('git/too-old', {
    expected: `git ${OLDEST.join('.')} or newer`,
    found: answer.trim().slice(0, 80),
    at: 'git --version',
    doThis: 'install a newer git: older ones cannot merge without a working tree, where filters and drivers would run',
  });
}
