import type { FakeClaims } from '@proofrail/testkit';
import { GATE, honestTokens, SEAL, type SubjectShape } from './shipped-trust.ts';

const on = (ref: string): FakeClaims => ({ ref, sub: `repo:acme/payments:ref:${ref}` });
const workflow = (job_workflow_ref: string): FakeClaims => ({ job_workflow_ref });

/**
 * Forty tokens that GitHub signs for somebody, and of which none may open any role of the ledger (gate.md 3.3). Each is the token of an
 * honest push to the protected branch, but for what is written here; `undefined` takes a claim away.
 */
const FORTY: readonly (readonly [what: string, claims: FakeClaims])[] = [
  // Another repository
  ['another repository of the organisation', { repository: 'acme/website', repository_id: '700002', sub: 'repo:acme/website:ref:refs/heads/main' }],
  ['another organisation that calls our public workflow', { repository: 'evil/payments', repository_id: '900001', sub: 'repo:evil/payments:ref:refs/heads/main' }],
  ['a fork', { repository: 'mallory/payments', repository_id: '900002', sub: 'repo:mallory/payments:ref:refs/heads/main' }],
  ['a new repository under the name that ours had', { repository_id: '900003' }],
  ['ours under a new name that nobody agreed to', { repository: 'acme/billing', sub: 'repo:acme/billing:ref:refs/heads/main' }],
  ['a repository whose name goes on after ours', { repository: 'acme/payments-evil', repository_id: '900004', sub: 'repo:acme/payments-evil:ref:refs/heads/main' }],
  ['an organisation whose name goes on after ours', { repository: 'acme-evil/payments', repository_id: '900005', sub: 'repo:acme-evil/payments:ref:refs/heads/main' }],
  ['a name in other letters', { sub: 'repo:ACME/payments:ref:refs/heads/main' }],
  ['ids of another owner', { sub: 'repo:acme@4201/payments@700001:ref:refs/heads/main' }],
  ['ids of another repository', { sub: 'repo:acme@4200/payments@700002:ref:refs/heads/main' }],
  ['ids in the wrong places', { sub: 'repo:acme@700001/payments@4200:ref:refs/heads/main' }],
  ['an id for the repository alone', { sub: 'repo:acme/payments@700001:ref:refs/heads/main' }],
  ['a repository id with a digit more', { repository_id: '7000010' }],
  ['no repository id', { repository_id: undefined }],
  // Another ref
  ['a branch that everybody may push', on('refs/heads/feature')],
  ['a branch whose name begins with the protected one', on('refs/heads/main-2')],
  ['a branch below the protected one', on('refs/heads/main/x')],
  ['a tag of the name of the branch', on('refs/tags/main')],
  ['the queue of another branch', on('refs/heads/gh-readonly-queue/develop/pr-7-0123')],
  ['a branch that looks like the queue', on('refs/heads/gh-readonly-queue-x/main/pr-7-0123')],
  ['the queue of a branch that begins with ours', on('refs/heads/gh-readonly-queue/main2/pr-7-0123')],
  ['a pull request’s subject with the ref of the branch', { sub: 'repo:acme/payments:pull_request' }],
  ['the branch’s subject with the ref of a pull request', { ref: 'refs/pull/7/merge' }],
  ['the ref of a pull request’s head', { ref: 'refs/pull/7/head', sub: 'repo:acme/payments:pull_request' }],
  ['an environment of another name', { environment: 'staging', sub: 'repo:acme/payments:environment:staging' }],
  ['an environment in the subject alone', { sub: 'repo:acme/payments:environment:production' }],
  ['no ref', { ref: undefined }],
  // A subject that a workflow with actions: write may choose (customisation)
  ['a customised subject', { sub: 'repository_id:700001:ref:refs/heads/main' }],
  ['a customised subject with ours inside', { sub: 'actor:mallory:repo:acme/payments:ref:refs/heads/main' }],
  ['a subject that is a pattern', { sub: 'repo:acme/payments:*' }],
  ['no subject', { sub: undefined }],
  // Another workflow
  ['a workflow of the repository’s own', workflow('acme/payments/.github/workflows/evil.yml@refs/heads/main')],
  ['the gate of a fork of Proofrail', workflow(GATE.replace('proofrail/proofrail', 'mallory/proofrail'))],
  ['the gate at a branch', workflow(GATE.replace('refs/tags/v1.0.0', 'refs/heads/main'))],
  ['the gate at a branch named like the release', workflow(GATE.replace('refs/tags', 'refs/heads'))],
  ['the gate at an impostor’s commit', workflow(GATE.replace('refs/tags/v1.0.0', 'deadbeef'.repeat(5)))],
  ['the gate of a release that nobody listed', workflow(`${GATE}.1`)],
  // Another audience, another issuer
  ['the audience of AWS, for which every other action asks', { aud: 'sts.amazonaws.com' }],
  ['the audience of a receipt', { aud: `proofrail:v1:sha256:${'0'.repeat(64)}:key` }],
  ['GitHub Enterprise of somebody else', { iss: 'https://token.actions.githubusercontent.com/evil' }],
]; // prettier-ignore

/** The same about the token of an honest sealing: whoever seals a ledger may do nothing else, and nobody else may seal it. */
const AROUND_THE_SEALER: typeof FORTY = [
  ['another workflow of the sealing repository', workflow(SEAL.replace('seal.yml', 'evil.yml'))],
  ['the sealing workflow as a branch of the sealing repository has it', workflow(SEAL.replace('heads/main', 'heads/feature'))],
  ['the sealing workflow, called by a repository that writes', { repository_id: '700001', sub: 'repo:acme/payments:ref:refs/heads/main' }],
  ['a branch of the sealing repository', { ref: 'refs/heads/feature', sub: 'repo:acme/audit:ref:refs/heads/feature' }],
  ['a tag of the sealing repository', { ref: 'refs/tags/v7', sub: 'repo:acme/audit:ref:refs/tags/v7' }],
  ['a pull request to the sealing repository', { ref: 'refs/pull/7/merge', sub: 'repo:acme/audit:pull_request' }],
  ['a fork of the sealing repository', { repository_id: '900006', sub: 'repo:mallory/audit:ref:refs/heads/main' }],
  ['the audience of AWS', { aud: 'sts.amazonaws.com' }],
]; // prettier-ignore

type Tokens = readonly (readonly [what: string, claims: FakeClaims])[];

export const hostileTokens = (shape: SubjectShape): Tokens => changed(FORTY, shape, 'writer');
export const tokensAroundTheSealer = (shape: SubjectShape): Tokens => changed(AROUND_THE_SEALER, shape, 'sealer');

function changed(changes: typeof FORTY, shape: SubjectShape, role: string): Tokens {
  const [, , honest] = honestTokens(shape).find(([, opened]) => opened === role) ?? [];
  return changes.map(([what, change]) => [what, { ...honest, ...change }]);
}
