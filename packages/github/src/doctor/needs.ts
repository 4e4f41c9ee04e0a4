// What shows each thing (gate.md 1.1 and 1.2). A job's own token takes the YAML line; what it can never be given takes a GitHub App.

const line = (scope: string): string => `"${scope}: read" under "permissions:" of the job, or the same permission of the token`;

export const NEEDS = {
  contents: line('contents'),
  metadata: 'a token that may read the repository',
  actions: line('actions'),
  reported: 'lines "checks: read", "statuses: read" and "pull-requests: read" under "permissions:" of the job',
  anyPullRequest: 'nothing: there is no pull request yet on which anything could have reported',
  administration: 'permission "Administration: read" of a GitHub App or fine-grained token; a job\'s own token can never have it',
  bypassActors:
    'permission "Administration: write" of a GitHub App (for an organisation\'s ruleset: of the organisation); GitHub hides the list from all others',
  environmentName: 'nothing: no environment is named like production, so nobody can tell which one it is',
} as const;
