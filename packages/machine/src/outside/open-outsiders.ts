import { ConfigurationError } from '@proofrail/core/outcomes';
import { parseWitnessKey } from '@proofrail/core/ledger';
import { parseVerifierKey } from '@proofrail/core/tlog';
import type { LogWitness, Outsiders } from '@proofrail/core/seal';
import { randomness } from '../process/randomness.ts';
import { httpTimeAuthority } from './http-time-authority.ts';
import { httpWitness } from './http-witness.ts';

export interface OutsideOptions {
  /** Addresses of time authorities. */
  readonly tsa?: readonly string[];
  /** Witnesses, each `KEY ADDRESS`. */
  readonly witness?: readonly string[];
}

/** Where each of them was asked for. */
export type OutsidePlaces = Readonly<Record<keyof OutsideOptions, string>>;
const ON_COMMAND_LINE: OutsidePlaces = { tsa: '--tsa', witness: '--witness' };

/** Whom a sealer asks to vouch for what it seals. ConfigurationError `outside/address`, `witness/key`. */
export function openOutsiders({ tsa = [], witness = [] }: OutsideOptions, at = ON_COMMAND_LINE): Outsiders {
  return {
    authorities: tsa.map((address) => httpTimeAuthority(address, at.tsa)),
    witnesses: witness.map((text) => logWitness(text, at.witness)),
    draw: randomness,
  };
}

function logWitness(text: string, at: string): LogWitness {
  const [, verifierKey = '', address = ''] = /^(\S+)\s+(\S+)$/.exec(text.trim()) ?? [];
  const key = parseWitnessKey(verifierKey);
  if (key !== null) return { key, service: httpWitness(address, at) };
  throw new ConfigurationError('witness/key', {
    expected: 'the key of a witness and its address: "name+hash+key https://witness.example"',
    found: problemOf(verifierKey),
    at,
    doThis:
      'Copy the key for cosignatures (type 4) that its operator publishes, and put its address behind it, in the same quotation marks.',
  });
}

function problemOf(verifierKey: string): string {
  if (verifierKey === '') return 'not two words, a key and an address';
  const shown = JSON.stringify(verifierKey.slice(0, 160));
  if (verifierKey.split('+').length < 3) return `${shown}, which has not the three parts of a key`;
  return parseVerifierKey(verifierKey) === null
    ? `${shown}, whose hash is not that of its name and key, or whose type nobody here knows`
    : `${shown}, which signs logs and no cosignatures`;
}
