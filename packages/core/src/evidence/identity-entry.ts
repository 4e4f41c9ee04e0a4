import { TamperedError } from '../outcomes/failure.ts';
import type { ProviderId } from './identity-store.ts';

/** What a store keeps of one person. */
export interface IdentityEntry {
  readonly subject: ProviderId;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

const FORM = /^\{"subject":"([a-z]+:[0-9A-Za-z_-]{1,64})","key":"([0-9a-f]{64})"\}$/;

/** One line of JSON; its key is hex. */
export const formatIdentity = ({ subject, key }: IdentityEntry): string =>
  JSON.stringify({ subject, key: Buffer.from(key).toString('hex') });

/** What `formatIdentity` wrote. @throws TamperedError `identities/not-a-key`: to make a new key instead would give the same person a second pseudonym */
export function parseIdentity(text: string, at: string): IdentityEntry {
  const [, subject, key] = FORM.exec(text) ?? [];
  if (subject === undefined || key === undefined) throw noIdentity('something else', at);
  return { subject: subject as ProviderId, key: Buffer.from(key, 'hex') };
}

export const noIdentity = (found: string, at: string): TamperedError =>
  new TamperedError('identities/not-a-key', {
    expected: "a person's key as this program writes it",
    found,
    at,
    doThis: 'bring the store back from a backup; a new key would give the same person a second pseudonym',
  });
