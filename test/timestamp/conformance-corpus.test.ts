import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { checkTimestamp, type TimeAuthorityEntry } from '@proofrail/core/timestamp';
import { describeCorpus } from '../corpora.ts';

interface Bundle {
  readonly verificationMaterial: {
    readonly timestampVerificationData: { readonly rfc3161Timestamps: readonly { readonly signedTimestamp: string }[] };
  };
  readonly messageSignature?: { readonly signature: string };
  readonly dsseEnvelope?: { readonly signatures: readonly { readonly sig: string }[] };
}

interface TrustedRoot {
  readonly timestampAuthorities: readonly {
    readonly certChain: { readonly certificates: readonly { readonly rawBytes: string }[] };
    readonly validFor: { readonly start: string; readonly end?: string };
  }[];
}

/** Those that are about time; a time-stamp in all others is good. */
const PROBLEMS: ReadonlyMap<string, string> = new Map([
  ['rekor2-timestamp-outside-trust-root-tsa-validity_fail', 'timestamp/expired'],
  ['rekor2-timestamp-outside-tsa-cert-validity_fail', 'timestamp/expired'],
  ['rekor2-timestamp-payload-mismatch_fail', 'timestamp/imprint'],
  ['rekor2-timestamp-untrusted-tsa-with-embedded-cert_fail', 'timestamp/untrusted'],
]);
const GOOD = [
  'intoto-with-custom-trust-root',
  'rekor2-checkpoint-cosigned',
  'rekor2-timestamp-with-embedded-cert',
  'rekor2-timestamp-with-expired-cert-chain',
  'rekor2-timestamp-without-embedded-cert',
  'trust-root-tsa-validity-end-inclusive',
];

describeCorpus('sigstore-conformance', (folder) => {
  it.each([...GOOD.map((name) => [name, null] as const), ...PROBLEMS])('%s: %s', (name, problem) => {
    const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, 'bundle-verify', name, file), 'utf8'));
    const { verificationMaterial: material, messageSignature, dsseEnvelope } = read('bundle.sigstore.json') as Bundle;
    const signature = messageSignature?.signature ?? dsseEnvelope?.signatures[0]?.sig ?? '';
    const authorities = (read('trusted_root.json') as TrustedRoot).timestampAuthorities.map(entry);
    const [{ signedTimestamp } = { signedTimestamp: '' }] = material.timestampVerificationData.rfc3161Timestamps;
    const answer = checkTimestamp(Buffer.from(signedTimestamp, 'base64'), Buffer.from(signature, 'base64'), authorities);
    if (problem === null) expect(answer).toHaveProperty('notAfter');
    else expect(answer).toBe(problem);
  });
});

function entry({ certChain, validFor: { start, end } }: TrustedRoot['timestampAuthorities'][number]): TimeAuthorityEntry {
  const iso = (text: string, more = 0): string => new Date(Date.parse(text) + more).toISOString();
  const certificates = certChain.certificates.map(
    ({ rawBytes }) => `-----BEGIN CERTIFICATE-----\n${rawBytes.replaceAll(/(.{64})(?=.)/g, '$1\n')}\n-----END CERTIFICATE-----\n`,
  );
  // There the end is a part of it.
  return { name: 'theirs', certificates, valid_from: iso(start), ...(end === undefined ? {} : { valid_to: iso(end, 1) }) };
}
