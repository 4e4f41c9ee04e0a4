import type { LedgerAccess } from '../options/ledger-access.ts';
import type { Session } from '../session.ts';

/** What a command line says about a role, and the places that it is to open. */
export interface RoleOptions extends LedgerAccess {
  readonly ledger?: string;
  readonly attachments?: string;
  readonly identities?: string;
  readonly trail?: string;
}

/**
 * The options with the role in place that they name. It is asked for when the first bucket is opened. Nothing is loaded for a command
 * line that names none.
 */
export async function withRole<Options extends RoleOptions>(options: Options, { env }: Session): Promise<Options> {
  const { roleToAssume: arn, roleAudience: audience, s3Endpoint = null } = options;
  if (arn === undefined) return options;
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
