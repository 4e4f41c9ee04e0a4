import { roleForBuckets, type StoreOptions } from '@proofrail/machine';
import type { Session } from '../session.ts';

/** What a command line says about a role, and the places that it is to open. */
export interface RoleOptions extends StoreOptions {
  readonly roleToAssume?: string;
  readonly roleAudience: string;
  readonly ledger: string;
  readonly attachments?: string;
  readonly identities?: string;
}

/** The options with the role in place that they name. It is asked for when the first bucket is opened. */
export async function withRole<Options extends RoleOptions>(options: Options, { env }: Session): Promise<Options> {
  const { roleToAssume: arn, roleAudience: audience, s3Endpoint = null, ledger, attachments = null, identities = null } = options;
  if (arn === undefined) return options;
  const { identityTokens, runContext } = await import('@proofrail/runner/platform');
  const hide = (): void => undefined; // nothing here ever prints a token or a key
  const tokens = identityTokens(env, hide);
  const run = tokens === null ? null : runContext(env);
  const places = [ledger, attachments, identities];
  return { ...options, role: await roleForBuckets({ arn, audience, s3Endpoint }, places, run, { tokens, hide }) };
}
