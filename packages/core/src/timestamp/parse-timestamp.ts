import { X509Certificate } from 'node:crypto';
import { ASN1Obj } from '@sigstore/core';
import { der } from './der.ts';
import type { TimestampProblem } from './timestamp-problem.ts';

/** What a TimeStampResp says (RFC 3161 2.4.2), as it is written there: nothing of it is verified. */
export interface Timestamp {
  readonly policy: string;
  readonly imprint: { readonly algorithm: string; readonly digest: Buffer };
  /** UTC milliseconds by which the authority says it saw the imprint: its time, and as much later as it may be off. */
  readonly notAfter: number;
  /** UTC milliseconds of `genTime`, when its certificates have to be valid. */
  readonly at: number;
  /** Contents of the INTEGER; null: the request had none. */
  readonly nonce: Buffer | null;
  /** The bytes that `signed` is about. */
  readonly content: Buffer;
  readonly signed: SignedAttributes;
  readonly digestAlgorithm: string;
  readonly signatureAlgorithm: string;
  readonly signature: Buffer;
  readonly certificates: readonly X509Certificate[];
}

/** Attributes of a signature (RFC 5652 5.3), which is over their DER and not over the content. */
export interface SignedAttributes {
  readonly der: Buffer;
  readonly contentType: string;
  readonly messageDigest: Buffer;
  /** Digest of the certificate of whoever signed (RFC 5035): what binds a signature to it. */
  readonly certificate: { readonly algorithm: string; readonly digest: Buffer };
}

const OID = {
  signedData: '1.2.840.113549.1.7.2',
  timestampInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const;

const MOST_BYTES = 65_536;
const MOST_ACCURACY = 86_400_000; // milliseconds: off by more than a day, an authority tells no time
const GRANTED = new Set([0n, 1n]); // granted, grantedWithMods
const SEQUENCE = 0x10;

/** `timestamp/refused`: the authority says that it gave none. `timestamp/form`: anything but one signature over one time. */
export function parseTimestamp(reply: Uint8Array): Timestamp | TimestampProblem {
  if (reply.length > MOST_BYTES) return 'timestamp/form';
  try {
    const [status, token] = parsed(reply).subs;
    if (!GRANTED.has(sub(status, 0).toInteger())) return 'timestamp/refused';
    return sub(token, 0).toOID() === OID.signedData ? timestampIn(sub(token, 1, 0)) : 'timestamp/form';
  } catch {
    return 'timestamp/form'; // a foreign reply is data: whatever cannot be read of it is no time-stamp
  }
}

/** SignedData (RFC 5652 5.1). */
function timestampIn(data: ASN1Obj): Timestamp | TimestampProblem {
  const encapsulated = sub(data, 2);
  const signers = sub(data, data.subs.length - 1).subs;
  if (sub(encapsulated, 0).toOID() !== OID.timestampInfo || signers.length !== 1) return 'timestamp/form';
  const content = sub(encapsulated, 1, 0).value;
  const certificates = data.subs.find((one, index) => index > 2 && one.tag.isContextSpecific(0))?.subs ?? [];
  return {
    ...infoIn(parsed(content)),
    ...signerIn(sub(signers[0])),
    content,
    certificates: certificates.map((one) => new X509Certificate(encoded(one))),
  };
}

/** TSTInfo (RFC 3161 2.4.2). */
function infoIn(info: ASN1Obj): Pick<Timestamp, 'policy' | 'imprint' | 'notAfter' | 'at' | 'nonce'> {
  if (sub(info, 0).toInteger() !== 1n) throw new RangeError('a version of TSTInfo that nobody has defined');
  const at = timeIn(sub(info, 4).value.toString('latin1'));
  const optional = info.subs.slice(5);
  const range = optional.find(({ tag }) => tag.isUniversal() && tag.number === SEQUENCE);
  const accuracy = range === undefined ? 0 : millisecondsIn(range);
  if (accuracy > MOST_ACCURACY) throw new RangeError('an accuracy that says nothing');
  return {
    policy: sub(info, 1).toOID(),
    imprint: { algorithm: sub(info, 2, 0, 0).toOID(), digest: sub(info, 2, 1).value },
    at,
    notAfter: Math.ceil(at + accuracy),
    nonce: optional.find(({ tag }) => tag.isInteger())?.value ?? null,
  };
}

/** SignerInfo (RFC 5652 5.3). Who it says it is is not read: nothing signs that, and the attributes name the certificate. */
function signerIn(signer: ASN1Obj): Pick<Timestamp, 'signed' | 'digestAlgorithm' | 'signatureAlgorithm' | 'signature'> {
  const attributes = sub(signer, 3);
  if (!attributes.tag.isContextSpecific(0)) throw new RangeError('a signature over no attributes');
  return {
    signed: attributesIn(attributes),
    digestAlgorithm: sub(signer, 2, 0).toOID(),
    signatureAlgorithm: sub(signer, 4, 0).toOID(),
    signature: sub(signer, 5).value,
  };
}

function attributesIn(attributes: ASN1Obj): SignedAttributes {
  const valueOf = (oid: string): ASN1Obj | null => {
    const found = attributes.subs.filter((one) => sub(one, 0).toOID() === oid);
    if (found.length > 1) throw new RangeError('an attribute that is there twice');
    return found[0] === undefined ? null : sub(found[0], 1, 0);
  };
  const newer = valueOf(OID.signingCertificateV2);
  const named = newer ?? valueOf(OID.signingCertificate);
  const [first, second] = sub(named ?? undefined, 0, 0).subs;
  const isDefault = first?.tag.isOctetString() === true;
  return {
    der: der(0x31, attributes.value), // a SET when it is signed, [0] where it lies
    contentType: sub(valueOf(OID.contentType) ?? undefined).toOID(),
    messageDigest: sub(valueOf(OID.messageDigest) ?? undefined).value,
    certificate: {
      algorithm: isDefault ? (newer === null ? OID.sha1 : OID.sha256) : sub(first, 0).toOID(),
      digest: sub(isDefault ? first : second).value,
    },
  };
}

/** GeneralizedTime in UTC with any fraction of a second (RFC 3161 2.4.2), in milliseconds. */
function timeIn(text: string): number {
  const [, year, month, day, hour, minute, second, fraction = '0'] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/.exec(text) ?? [];
  const whole = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const time = Date.parse(whole);
  if (!Number.isFinite(time) || new Date(time).toISOString() !== whole) throw new RangeError('no time');
  return time + Number(`0.${fraction}`) * 1000;
}

/** Accuracy: seconds, [0] milliseconds, [1] microseconds, each of them optional. */
function millisecondsIn({ subs }: ASN1Obj): number {
  return subs.reduce((sum, { tag, value }) => {
    const number = value.reduce((digits, digit) => digits * 256 + digit, 0);
    return sum + number * (tag.isInteger() ? 1000 : tag.isContextSpecific(0) ? 1 : 0.001);
  }, 0);
}

/** What lies at this place, however deep. RangeError where nothing does. */
function sub(from: ASN1Obj | undefined, ...path: readonly number[]): ASN1Obj {
  const found = path.reduce<ASN1Obj | undefined>((one, index) => one?.subs[index], from);
  if (found === undefined) throw new RangeError('a member that is not there');
  return found;
}

function parsed(bytes: Uint8Array): ASN1Obj {
  const object = ASN1Obj.parseBuffer(Buffer.from(bytes));
  if (!encoded(object).equals(bytes)) throw new RangeError('bytes behind the object, or a length in another spelling');
  return object;
}

const encoded = ({ tag, value }: ASN1Obj): Buffer => der(tag.toDER(), value);
