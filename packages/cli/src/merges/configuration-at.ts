import { readConfiguration, type Configuration } from '@proofrail/core/controls';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { GitHistory, Logger } from '@proofrail/core/ports';
import { readBundle } from '@proofrail/policies';

/** `.proofrail/` as commits have it, each read once. Where it cannot be used no exception holds, and the log says so. */
export function configurationAt(git: GitHistory, logger: Logger): (commit: string) => Promise<Configuration | null> {
  const seen = new Map<string, Promise<Configuration | null>>();
  return (commit) => {
    const answer = seen.get(commit) ?? read(git, commit, logger);
    seen.set(commit, answer);
    return answer;
  };
}

async function read(git: GitHistory, commit: string, logger: Logger): Promise<Configuration | null> {
  // A force push takes the commit to begin with off the branch, and for a new branch it is all zeros.
  if ((await git.commit(commit)) === null) {
    logger.warning(`no exception is taken from .proofrail/ of ${commit}: that commit is not in the repository`);
    return null;
  }
  try {
    const files = await git.files(commit, '.proofrail');
    return files.size === 0 ? null : readConfiguration(files, readBundle().manifest);
  } catch (thrown) {
    if (!(thrown instanceof ConfigurationError)) throw thrown;
    logger.warning(`no exception is taken from .proofrail/ of ${commit}: ${thrown.code} at ${thrown.at}`);
    return null;
  }
}
