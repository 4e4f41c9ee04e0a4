import { UnavailableError } from '@proofrail/core/outcomes';
import type { RoleRequest } from './assume-role.ts';

/** Claims that AWS lets a trust policy compare and that ours do (infra/policies/trust). */
const COMPARED = ['aud', 'sub', 'repository_id', 'job_workflow_ref', 'ref', 'environment'];
const LONGEST_CLAIM = 300;

const EXPIRED = /^ExpiredToken/;
const ADVICE: Readonly<Record<string, string>> = {
  RegionDisabledException: 'Activate STS in the region of the bucket, in the settings of the account.',
  ValidationError: 'Check the ARN in "role-to-assume": STS does not take it for one.',
};

/**
 * STS said no. What the trust of the role would have to accept is told from the claims of the token, never the token: whoever mends this
 * cannot see it otherwise.
 */
export function roleRefused(code: string, token: string, { arn, audience }: RoleRequest): UnavailableError {
  if (EXPIRED.test(code))
    return new UnavailableError('role/expired', {
      expected: 'an identity token that lives for five minutes from now',
      found: `${code}, about a token that was made a moment ago`,
      at: arn,
      doThis: 'Run it again; if it stays so, the clock of the server that gives the role is wrong.',
    });
  return new UnavailableError('role/denied', {
    expected: 'a role whose trust policy accepts the identity token of this job',
    found: `${code}, for a token with ${comparedClaims(token)}`,
    at: arn,
    doThis:
      ADVICE[code] ??
      `Let the trust policy accept exactly these claims, and let the identity provider of the account list the audience ${JSON.stringify(audience)}; infra/ writes both.`,
  });
}

function comparedClaims(token: string): string {
  const claims = claimsIn(token);
  const told = COMPARED.flatMap((name) => (typeof claims[name] === 'string' ? [`${name} ${shown(claims[name])}`] : []));
  return told.length === 0 ? 'no claims that can be read' : told.join(', ');
}

const shown = (claim: string): string => JSON.stringify(claim.slice(0, LONGEST_CLAIM));

function claimsIn(token: string): Record<string, unknown> {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
