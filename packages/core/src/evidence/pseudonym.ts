import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IdentityStore, ProviderId } from './identity-store.ts';

/** `person:` and 128 bits in hex. Not a plain hash: account ids are few enough to try them all. */
export type Pseudonym = `person:${string}`;

const HEX_DIGITS = 32;

/** HMAC-SHA-256 of the provider id under the person's own key, first 128 bits (auditor.md 6.4). */
export async function pseudonymOf(subject: ProviderId, store: IdentityStore): Promise<Pseudonym> {
  return derive(subject, await store.keyOf(subject));
}

/**
 * Everybody whose pseudonym begins so; a whole one is that of one person. None: nobody known, or somebody whose key was destroyed.
 * What people copy from a page is the beginning (`Pseudonym` is what records hold).
 */
export async function resolvePseudonym(beginning: Pseudonym, store: IdentityStore): Promise<ProviderId[]> {
  const wanted = Buffer.from(beginning);
  const found: ProviderId[] = [];
  for await (const { subject, key } of store.subjects()) {
    const candidate = Buffer.from(derive(subject, key)).subarray(0, wanted.length);
    if (candidate.length === wanted.length && timingSafeEqual(candidate, wanted)) found.push(subject);
  }
  return found;
}

function derive(subject: ProviderId, key: Uint8Array): Pseudonym {
  return `person:${createHmac('sha256', key).update(subject).digest('hex').slice(0, HEX_DIGITS)}`;
}
