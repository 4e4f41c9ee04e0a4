import { createHash } from 'node:crypto';

export const CHECKSUM_ALGORITHMS = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const;
export type ChecksumAlgorithm = (typeof CHECKSUM_ALGORITHMS)[number];

export interface Checksum {
  readonly algorithm: ChecksumAlgorithm;
  /** Base64, as in the header. */
  readonly value: string;
}

const LENGTHS: Readonly<Record<ChecksumAlgorithm, number>> = { CRC32: 4, CRC32C: 4, CRC64NVME: 8, SHA1: 20, SHA256: 32 };

export const checksumHeader = (algorithm: ChecksumAlgorithm): string => `x-amz-checksum-${algorithm.toLowerCase()}`;

/** Whether a value could be the checksum of anything. */
export const isChecksum = ({ algorithm, value }: Checksum): boolean =>
  /^[A-Za-z0-9+/]+={0,2}$/.test(value) && Buffer.from(value, 'base64').length === LENGTHS[algorithm] && value.length % 4 === 0;

export function checksumOf(algorithm: ChecksumAlgorithm, bytes: Buffer): Checksum {
  return { algorithm, value: digest(algorithm, bytes).toString('base64') };
}

function digest(algorithm: ChecksumAlgorithm, bytes: Buffer): Buffer {
  switch (algorithm) {
    case 'CRC32':
      return crc(bytes, CRC32);
    case 'CRC32C':
      return crc(bytes, CRC32C);
    case 'CRC64NVME':
      return crc(bytes, CRC64NVME);
    case 'SHA1':
    case 'SHA256':
      return createHash(algorithm).update(bytes).digest();
  }
}

/** Reflected polynomials with all bits set at both ends: CRC-32, Castagnoli's, and the 64 bits of the NVMe specification. */
const CRC32 = table(0xedb88320n, 32);
const CRC32C = table(0x82f63b78n, 32);
const CRC64NVME = table(0x9a6c9329ac4bc9b5n, 64);

interface CrcTable {
  readonly bits: 32 | 64;
  readonly entries: readonly bigint[];
}

function table(polynomial: bigint, bits: 32 | 64): CrcTable {
  const entries = Array.from({ length: 256 }, (_, index) => {
    let value = BigInt(index);
    for (let bit = 0; bit < 8; bit += 1) value = (value & 1n) === 1n ? (value >> 1n) ^ polynomial : value >> 1n;
    return value;
  });
  return { bits, entries };
}

function crc(bytes: Buffer, { bits, entries }: CrcTable): Buffer {
  const all = (1n << BigInt(bits)) - 1n;
  let value = all;
  for (const byte of bytes) value = (entries[Number(value & 0xffn) ^ byte] ?? 0n) ^ (value >> 8n);
  return Buffer.from((value ^ all).toString(16).padStart(bits / 4, '0'), 'hex');
}
