import { claimConditions, decide, FakeIssuer, readPolicy, type Denial, type FakeClaims } from '@proofrail/testkit';
import { ACCOUNT } from './shipped-account.ts';
import { shippedPolicy } from './shipped-policy.ts';
import { shippedRoles } from './shipped-roles.ts';

export const GATE = 'proofrail/proofrail/.github/workflows/gate.yml@refs/tags/v1.0.0';
const DEPLOY = 'acme/payments/.github/workflows/deploy.yml@refs/heads/main';
const VERIFY = 'acme/audit/.github/workflows/verify.yml@refs/heads/main';
export const SEAL = 'acme/audit/.github/workflows/seal.yml@refs/heads/main';
const LENGTHEN = 'acme/audit/.github/workflows/proofrail-lengthen.yml@refs/heads/main';
/** As a release has it: called by a workflow of the sealing repository, whose id stands beside it in the token. */
const SEAL_OF_A_RELEASE = 'proofrail/proofrail/.github/workflows/seal.yml@refs/tags/v1.0.0';
/** What the actions ask for if nobody says otherwise, and what Terraform lets the roles demand. */
export const AUDIENCE = 'proofrail:ledger';
const PROVIDER = `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`;

/** What each role that GitHub's tokens open is made for. */
const ADMITTED: Readonly<Record<string, { readonly workflows: readonly string[]; readonly of: 'payments' | 'audit' }>> = {
  writer: { workflows: [GATE, GATE.replace('v1.0.0', 'v1.1.0')], of: 'payments' },
  pull_request_writer: { workflows: [GATE, GATE.replace('v1.0.0', 'v1.1.0')], of: 'payments' },
  deployment_reader: { workflows: [DEPLOY], of: 'payments' },
  sealer: { workflows: [SEAL, SEAL_OF_A_RELEASE], of: 'audit' },
  verifier: { workflows: [VERIFY], of: 'audit' },
  keeper: { workflows: [LENGTHEN], of: 'audit' },
};
export const OPEN_TO_GITHUB = Object.keys(ADMITTED);

const IDS = { payments: '700001', audit: '700003' } as const;

const TRUST = new Map(
  shippedRoles()
    .filter(({ name }) => OPEN_TO_GITHUB.includes(name))
    .map(({ name, trust }) => {
      const { workflows = [], of = 'payments' } = ADMITTED[name] ?? {};
      const variables = {
        provider: PROVIDER,
        audience: AUDIENCE,
        owner: 'acme',
        owner_id: '4200',
        repository: of,
        repository_id: IDS[of],
      };
      const text = shippedPolicy(`trust/${trust}`, { ...variables, branch: 'main', environment: 'production', workflows });
      return [name, readPolicy(text)] as const;
    }),
);

/** Whether AWS gives somebody with these claims the role, once it has found signature, time and issuer of the token in order. */
export function trustDenial(role: string, claims: FakeClaims): Denial {
  const resource = TRUST.get(role);
  if (resource === undefined) throw new Error(`${role} is not open to GitHub`);
  const name = `arn:aws:iam::${ACCOUNT}:oidc-provider/${String(claims['iss']).replace('https://', '')}`;
  return decide(
    { identity: [], resource, identityIsEnough: false },
    {
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: `arn:aws:iam::${ACCOUNT}:role/proofrail/example-${role}`,
      principal: { kind: 'Federated', name },
      conditions: claimConditions(claims),
    },
  );
}

export type SubjectShape = 'names' | 'names-and-ids';

/** Tokens that each role is there for, as GitHub would sign them. */
export function honestTokens(shape: SubjectShape): readonly (readonly [what: string, role: string, claims: FakeClaims])[] {
  const issuer = new FakeIssuer();
  const claims = (of: keyof typeof IDS, end: string, more: FakeClaims): FakeClaims => ({
    ...issuer.claims(AUDIENCE),
    repository: `acme/${of}`,
    repository_id: IDS[of],
    sub: shape === 'names' ? `repo:acme/${of}:${end}` : `repo:acme@4200/${of}@${IDS[of]}:${end}`,
    ...more,
  });
  const onRef = (of: keyof typeof IDS, ref: string, workflow: string) =>
    claims(of, `ref:${ref}`, { ref, job_workflow_ref: workflow });
  const queue = 'refs/heads/gh-readonly-queue/main/pr-7-0123456789abcdef0123456789abcdef01234567';
  return [
    ['a push to the protected branch', 'writer', onRef('payments', 'refs/heads/main', GATE)],
    ['a merge group', 'writer', onRef('payments', queue, GATE)],
    ['the release before', 'writer', onRef('payments', 'refs/heads/main', GATE.replace('v1.0.0', 'v1.1.0'))],
    [
      'a pull request',
      'pull_request_writer',
      claims('payments', 'pull_request', { ref: 'refs/pull/7/merge', job_workflow_ref: GATE }),
    ],
    ['a deployment', 'deployment_reader', claims('payments', 'environment:production', { ref: 'refs/heads/main', environment: 'production', job_workflow_ref: DEPLOY })], // prettier-ignore
    ['a deployment of a tag', 'deployment_reader', claims('payments', 'environment:production', { ref: 'refs/tags/v7', environment: 'production', job_workflow_ref: DEPLOY })], // prettier-ignore
    ['the sealing of the hour', 'sealer', onRef('audit', 'refs/heads/main', SEAL)],
    ['the sealing by the workflow of a release', 'sealer', onRef('audit', 'refs/heads/main', SEAL_OF_A_RELEASE)],
    ['the lengthening of the night', 'keeper', onRef('audit', 'refs/heads/main', LENGTHEN)],
    ['the verification of the night', 'verifier', onRef('audit', 'refs/heads/main', VERIFY)],
  ];
}
