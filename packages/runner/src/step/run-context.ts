import { ConfigurationError } from '@proofrail/core/outcomes';

/** Which run this is, in the platform's numeric ids: names can be taken over, ids cannot. */
export interface RunContext {
  readonly repository: { readonly id: string; readonly name: string };
  readonly run: { readonly id: string; readonly attempt: number };
  readonly event: string;
  /** `owner/repository/path@ref` of the workflow that runs. */
  readonly workflow: string;
  readonly job: string;
  /** The commit that started the run. For a pull request this is a merge commit of the platform's making, not the head. */
  readonly commit: string;
}

/**
 * The runner's own description of the run. It is not untrusted, but an earlier step may have overwritten it: it identifies the run and
 * decides nothing.
 *
 * @throws ConfigurationError `environment/missing`
 */
export function runContext(environment: NodeJS.ProcessEnv): RunContext {
  const read = (name: string, form: RegExp): string => {
    const value = environment[name] ?? '';
    if (form.test(value)) return value;
    throw new ConfigurationError('environment/missing', {
      expected: `${name} as the Actions runner sets it`,
      found: value === '' ? 'nothing' : value,
      at: `env.${name}`,
      doThis: 'run this action in a job of GitHub Actions; elsewhere use the command line program "proofrail"',
    });
  };
  return {
    repository: { id: read('GITHUB_REPOSITORY_ID', NUMBER), name: read('GITHUB_REPOSITORY', /^[^/\s]+\/[^/\s]+$/) },
    run: { id: read('GITHUB_RUN_ID', NUMBER), attempt: Number(read('GITHUB_RUN_ATTEMPT', NUMBER)) },
    event: read('GITHUB_EVENT_NAME', /^[a-z_]{1,64}$/),
    workflow: read('GITHUB_WORKFLOW_REF', /^\S+@\S+$/),
    job: read('GITHUB_JOB', /^\S+$/),
    commit: read('GITHUB_SHA', /^([0-9a-f]{40}|[0-9a-f]{64})$/),
  };
}

const NUMBER = /^(0|[1-9][0-9]{0,19})$/;
