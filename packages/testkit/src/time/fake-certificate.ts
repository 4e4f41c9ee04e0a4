import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { der, derInteger, TAG } from '@proofrail/core/timestamp';

export interface FakeCertificate {
  readonly der: Buffer;
  readonly pem: string;
  readonly name: Buffer;
  readonly serial: Buffer;
  readonly privateKey: KeyObject;
}

export interface FakeCertificateOptions {
  readonly name: string;
  /** Null: it signs itself, and is a root. */
  readonly issuer: FakeCertificate | null;
  readonly from: number;
  readonly to: number;
}

const OID = {
  commonName: '550403',
  basicConstraints: '551d13',
  keyUsage: '551d0f',
  extendedKeyUsage: '551d25',
  timeStamping: '2b06010505070308',
} as const;

export const oid = (hex: string): Buffer => der(TAG.oid, Buffer.from(hex, 'hex'));
export const ECDSA_WITH_SHA256 = der(TAG.sequence, oid('2a8648ce3d040302'));

/** A certificate in X.509 v3 on P-256: a root, or one that may sign time-stamps and nothing else. */
export function fakeCertificate({ name: text, issuer, from, to }: FakeCertificateOptions): FakeCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const attribute = der(TAG.sequence, oid(OID.commonName), der(TAG.text, Buffer.from(text)));
  const name = der(TAG.sequence, der(TAG.set, attribute));
  const serial = derInteger(Buffer.from([issuer === null ? 1 : 2]));
  const content = der(
    TAG.sequence,
    der(0xa0, derInteger(Buffer.from([2]))), // v3
    serial,
    ECDSA_WITH_SHA256,
    issuer?.name ?? name,
    der(TAG.sequence, generalizedTime(from), generalizedTime(to)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(TAG.sequence, ...(issuer === null ? rootExtensions() : signerExtensions()))),
  );
  const signature = sign('sha256', content, issuer?.privateKey ?? privateKey);
  const whole = der(TAG.sequence, content, ECDSA_WITH_SHA256, der(TAG.bits, Buffer.alloc(1), signature));
  return { der: whole, pem: pemOf(whole), name, serial, privateKey };
}

/** In UTC, to the second. */
export const generalizedTime = (at: number): Buffer =>
  der(TAG.time, Buffer.from(`${new Date(at).toISOString().slice(0, 19).replaceAll(/[-T:]/g, '')}Z`));

const YES = Buffer.from('0101ff', 'hex');
const extension = (id: string, value: Buffer): Buffer => der(TAG.sequence, oid(id), YES, der(TAG.octets, value));

const rootExtensions = (): Buffer[] => [
  extension(OID.basicConstraints, der(TAG.sequence, YES)),
  extension(OID.keyUsage, der(TAG.bits, Buffer.from('0204', 'hex'))), // keyCertSign
];
const signerExtensions = (): Buffer[] => [extension(OID.extendedKeyUsage, der(TAG.sequence, oid(OID.timeStamping)))];

const pemOf = (bytes: Buffer): string => {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
};
