import type { ConfigurationError } from '@proofrail/core/outcomes';
import type { LedgerAccess } from '../options/ledger-access.ts';
import { missingOption } from '../options/missing-option.ts';
import type { Session } from '../session.ts';

/** What a command line says about a role, and the places that it is to open. */
export interface RoleOptions extends LedgerAccess {
  readonly ledger?: string;
  readonly attachments?: string;
  readonly identities?: string;
  readonly trail?: string;
}

/** That the Terraform in `infra/` asks for. */
const AUDIENCE = 'proofrail:ledger';

const noServer = (): ConfigurationError =>
  missingOption(
    '--s3-endpoint beside --s3-path-style: the server whose buckets are addressed so',
    '--s3-path-style alone',
    'name the server, or leave it out: AWS takes the name of a bucket as a host',
  );

const noRole = (audience: string): ConfigurationError =>
  missingOption(
    '--role-to-assume beside --role-audience: the role that the token is to open',
    `--role-audience ${audience} alone`,
    'name the role, or leave both out',
  );

/**
 * The options with the role in place that they name. It is asked for when the first bucket is opened. Nothing is loaded for a command
 * line that names none. ConfigurationError `cli/missing-mandatory-option-value`.
 */
export async function withRole<Options extends RoleOptions>(options: Options, { env }: Session): Promise<Options> {
  const { roleToAssume: arn, roleAudience, s3Endpoint = null } = options;
  if (s3Endpoint === null && options.s3PathStyle === true) throw noServer();
  if (arn === undefined && roleAudience !== undefined) throw noRole(roleAudience);
  if (arn === undefined) return options;
  const audience = roleAudience ?? AUDIENCE;
  const [{ roleForBuckets }, { identityTokens, runContext }] = await Promise.all([
    import('@proofrail/machine/role-for-buckets'),
    import('@proofrail/runner/platform'),
  ]);
  const hide = (): void => undefined; // nothing here ever prints a token or a key
  const tokens = identityTokens(env, hide);
  const run = tokens === null ? null : runContext(env);
  const { ledger = null, attachments = null, identities = null, trail = null } = options;
  const places = [ledger, attachments, identities, trail];
  return { ...options, role: await roleForBuckets({ arn, audience, s3Endpoint }, places, run, { tokens, hide }) };
}
