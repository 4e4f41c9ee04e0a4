import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IdentityStore, ProviderId } from './identity-store.ts';

/** `person:` and 128 bits in hex. Not a plain hash: account ids are few enough to try them all. */
export type Pseudonym = `person:${string}`;

const HEX_DIGITS = 32;

/** HMAC-SHA-256 of the provider id under the person's own key, first 128 bits (auditor.md 6.4). */
export async function pseudonymOf(subject: ProviderId, store: IdentityStore): Promise<Pseudonym> {
  return derive(subject, await store.keyOf(subject));
}

/** Who a pseudonym is, or null: nobody known, or somebody whose key was destroyed. */
export async function resolvePseudonym(pseudonym: Pseudonym, store: IdentityStore): Promise<ProviderId | null> {
  const wanted = Buffer.from(pseudonym);
  for await (const { subject, key } of store.subjects()) {
    const candidate = Buffer.from(derive(subject, key));
    if (candidate.length === wanted.length && timingSafeEqual(candidate, wanted)) return subject;
  }
  return null;
}

function derive(subject: ProviderId, key: Uint8Array): Pseudonym {
  return `person:${createHmac('sha256', key).update(subject).digest('hex').slice(0, HEX_DIGITS)}`;
}
