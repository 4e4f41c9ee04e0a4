import type { InitOptions } from './declare-init.ts';
import { isPlainBranch } from './named-branch.ts';
import { PRE_COMMIT, type PlannedFile } from './planned-file.ts';

/** What was said on the command line need not be said again. */
interface Chosen {
  readonly mode: InitOptions['mode'];
  readonly gate: string | undefined;
  readonly pin: string | undefined;
}

/** What only a person can do, in the order that lets no pull request wait for a check that can't run yet. */
export const nextSteps = ({ mode, gate, pin }: Chosen): readonly string[] =>
  [...FIRST, ...THEN[mode]].filter(
    (step) => !(step === NAME_IT && gate !== undefined) && !(step === PIN_IT && pin !== undefined),
  );

const PIN_IT = 'Name the Proofrail commit that you reviewed with --pin, or review the one that the workflows name.';
const NAME_IT =
  'Name this repository with --gate OWNER/REPOSITORY: the gate of a workflow that does not name itself ends in "invalid".';

/** What is to be added to a file of the customer's own, unless it is there already, and a branch that nobody could name for them. */
export function ownSteps(files: readonly PlannedFile[], branch: string | null): string[] {
  const steps = files.flatMap(({ path, state, text, found }) => {
    const [, repository = '', revision = ''] = /repo: (\S+)\n\s*rev: (\S+)/.exec(text) ?? [];
    if (path !== PRE_COMMIT || state !== 'kept' || found?.includes(repository) === true) return [];
    const hooks = [...text.matchAll(/- id: (\S+)/g)].map(([, id = '']) => `{id: ${id}}`).join(', ');
    return [`Add to "repos" in your own ${PRE_COMMIT}: - {repo: ${repository}, rev: ${revision}, hooks: [${hooks}]}`];
  });
  if (branch === null || isPlainBranch(branch)) return steps;
  return [
    ...steps,
    'Name your default branch, in quotes, in .proofrail/controls.yaml and .github/workflows/proofrail-merges.yml.',
  ];
}

const FIRST = [
  'Fill the ids of your people into .proofrail/roles.yaml: "gh api users/LOGIN --jq .id" prints one.',
  'Say in .proofrail/sources.yaml which workflow and artifact deliver each scanner of controls.yaml: a scan without a line never passes.',
  PIN_IT,
  'Merge these files first: a gate without .proofrail/ on the protected branch ends in "invalid".',
];

const THEN: Readonly<Record<InitOptions['mode'], readonly string[]>> = {
  repository: [
    'Then require the check: "gh api repos/OWNER/REPO/rulesets --input .github/rulesets/proofrail.json".',
    'Add .github/ and .proofrail/ to CODEOWNERS: in this mode a pull request can edit the workflow that checks it.',
  ],
  organisation: [
    NAME_IT,
    'Make this repository public, or give the gate the token of a GitHub App that may read it: the own token of a job reads no other private or internal repository (docs/start.md).',
    'Fill repository_id ("gh api repos/ORG/REPO --jq .id") and sha (the merged commit) into .github/rulesets/proofrail.json.',
    'Set the custom property "proofrail" to "in-scope" on the repositories that the rule is for.',
    'Copy each-repository/ into each of them, with the merged commit in the files that name this repository; without it a review does not run the gate again, and nobody looks at what landed.',
    'Move sealing-repository/ into a repository of its own, with what Terraform printed, once the ledger lies in a bucket (docs/sealing.md); leave it out until then.',
    'Then require the workflow: "gh api orgs/ORG/rulesets --input .github/rulesets/proofrail.json".',
  ],
};
