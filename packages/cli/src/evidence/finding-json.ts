import type { Finding } from '@proofrail/core/ledger';

/** As docs/cli-json.md has it, for every command that has findings. */
export const findingJson = ({ kind, code, stream, slot, position, key, detail, found, digest, acknowledged }: Finding) => ({
  kind,
  code,
  stream,
  slot,
  position,
  key,
  detail,
  found,
  digest,
  acknowledged,
});
