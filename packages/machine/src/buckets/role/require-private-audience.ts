import { ConfigurationError } from '@proofrail/core/outcomes';

const AUDIENCE = /^[A-Za-z0-9][\w:./-]{0,254}$/;
/**
 * Other steps of a job ask for tokens with AWS's public audience and hand them on; receipts keep their tokens for years. No role of the
 * ledger may open to either.
 */
const NOT_PRIVATE = /^(https:\/\/)?sts\.|^proofrail:v1:/;

/** @throws ConfigurationError `role/not-a-private-audience` */
export function requirePrivateAudience(audience: string): void {
  if (AUDIENCE.test(audience) && !NOT_PRIVATE.test(audience)) return;
  throw new ConfigurationError('role/not-a-private-audience', {
    expected: "an audience of the ledger's own, such as proofrail:ledger",
    found: audience === '' ? 'nothing' : audience,
    at: 'role-audience',
    doThis: 'Leave it out, or name the one that the trust policy of the role demands (token_audience of infra/).',
  });
}
