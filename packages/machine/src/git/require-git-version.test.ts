import { describe, expect, it } from '@jest/globals';
import { requireGitVersion } from './require-git-version.ts';

describe('the version of git', () => {
  it.each(['git version 2.38.0', 'git version 2.39.5 (Apple Git-154)', 'git version 2.51.0.windows.1', 'git version 3.0.0'])(
    'is new enough: %s',
    (answer) => expect(() => requireGitVersion(answer)).not.toThrow(),
  );

  it.each(['git version 2.37.9', 'git version 1.99.0', 'git version', '', 'something else 9.9'])(
    'is refused with what to do, and never taken for new enough: %j',
    (answer) => {
      expect(() => requireGitVersion(answer)).toThrow(expect.objectContaining({ code: 'git/too-old', outcome: 'unavailable' }));
    },
  );
});
