import { hash, sign } from 'node:crypto';
import { UnavailableError } from '@proofrail/core/outcomes';
import type { Clock, TimeAuthority } from '@proofrail/core/ports';
import { der, derInteger, TAG, type TimeAuthorityEntry } from '@proofrail/core/timestamp';
import { ECDSA_WITH_SHA256, fakeCertificate, generalizedTime, oid, type FakeCertificate } from './fake-certificate.ts';

const OID = {
  policy: '2a03040501',
  signedData: '2a864886f70d010702',
  timestampInfo: '2a864886f70d0109100104',
  contentType: '2a864886f70d010903',
  messageDigest: '2a864886f70d010904',
  signingCertificateV2: '2a864886f70d010910022f',
} as const;

const SHA256 = Buffer.from('300d06096086480165030402010500', 'hex');
const YEAR = 365 * 86_400_000;

/** A time authority in memory with a clock of its own; its time-stamps verify with OpenSSL. */
export class FakeTimeAuthority implements TimeAuthority {
  readonly name: string;
  /** As a trust file names it. */
  readonly entry: TimeAuthorityEntry;
  /** While true it does not answer. */
  isDown = false;
  readonly #clock: Clock;
  readonly #signer: FakeCertificate;

  constructor(name: string, clock: Clock) {
    const span = { from: clock.now() - YEAR, to: clock.now() + 10 * YEAR };
    const root = fakeCertificate({ name: `${name} root`, issuer: null, ...span });
    this.name = name;
    this.entry = { name, certificates: [root.pem] };
    this.#clock = clock;
    this.#signer = fakeCertificate({ name, issuer: root, ...span });
  }

  stamp(request: Uint8Array): Promise<Uint8Array> {
    if (this.isDown) return Promise.reject(down(this.name));
    const [, imprint, nonce] = membersOf(Buffer.from(request));
    const info = der(
      TAG.sequence,
      derInteger(Buffer.from([1])),
      oid(OID.policy),
      imprint ?? Buffer.alloc(0),
      derInteger(Buffer.from([1])),
      generalizedTime(this.#clock.now()),
      nonce ?? Buffer.alloc(0),
    );
    const granted = der(TAG.sequence, derInteger(Buffer.from([0])));
    const token = der(TAG.sequence, oid(OID.signedData), der(0xa0, signedData(info, this.#signer)));
    return Promise.resolve(der(TAG.sequence, granted, token));
  }
}

function signedData(info: Buffer, signer: FakeCertificate): Buffer {
  const certificate = der(
    TAG.sequence,
    der(TAG.sequence, der(TAG.sequence, der(TAG.octets, hash('sha256', signer.der, 'buffer')))),
  );
  const attributes = [
    attribute(OID.contentType, oid(OID.timestampInfo)),
    attribute(OID.messageDigest, der(TAG.octets, hash('sha256', info, 'buffer'))),
    attribute(OID.signingCertificateV2, certificate),
  ];
  const signerInfo = der(
    TAG.sequence,
    derInteger(Buffer.from([1])),
    der(TAG.sequence, signer.name, signer.serial),
    SHA256,
    der(0xa0, ...attributes),
    ECDSA_WITH_SHA256,
    der(TAG.octets, sign('sha256', der(TAG.set, ...attributes), signer.privateKey)),
  );
  return der(
    TAG.sequence,
    derInteger(Buffer.from([3])),
    der(TAG.set, SHA256),
    der(TAG.sequence, oid(OID.timestampInfo), der(0xa0, der(TAG.octets, info))),
    der(0xa0, signer.der),
    der(TAG.set, signerInfo),
  );
}

const attribute = (id: string, value: Buffer): Buffer => der(TAG.sequence, oid(id), der(TAG.set, value));

/** The members of a SEQUENCE of less than 128 bytes, as a request for the SHA-256 of something is. */
function membersOf(sequence: Buffer): Buffer[] {
  const members: Buffer[] = [];
  for (let at = 2; at < sequence.length; at += 2 + (sequence[at + 1] ?? 0))
    members.push(sequence.subarray(at, at + 2 + (sequence[at + 1] ?? 0)));
  return members;
}

const down = (name: string): UnavailableError =>
  new UnavailableError('timestamp/unavailable', { expected: 'a time-stamp', found: 'no answer', at: name, doThis: 'Ask again.' });
