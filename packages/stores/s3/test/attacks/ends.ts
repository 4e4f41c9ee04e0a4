/** How an attack ends (decisions.md, Ledger). */
export type End = 'found by verify' | 'found with an anchor' | 'refused by policy' | 'found by reconciliation';

export interface Attack {
  readonly name: string;
  readonly end: End;
  /** Where it is acted out: a folder or file of the repository. */
  readonly shown: string;
  /** Also acted out on SeaweedFS, which enforces no policy, replicates nothing and has no KMS. */
  readonly onServer?: true;
  /** The same attack with one step more, after which it ends otherwise. */
  readonly further?: Attack;
}

const HERE = 'packages/stores/s3/test/attacks';

/** The 17 attacks of ledger.md 3, and blob squatting. */
export const ATTACKS: Readonly<Record<number, Attack>> = {
  1: {
    name: 'a marker over the newest slot, which an honest writer then writes anew',
    end: 'found by verify',
    shown: HERE,
    onServer: true,
    further: {
      name: 'the marker lifted again before anybody looked, sealers included',
      end: 'found by reconciliation',
      shown: 'test/cloudtrail/a-marker-that-is-gone.test.ts',
    },
  },
  2: { name: 'a new version over an old slot', end: 'refused by policy', shown: HERE, onServer: true },
  3: { name: 'a second bucket that goes on in another way', end: 'found with an anchor', shown: HERE, onServer: true },
  4: {
    name: 'a parallel stream',
    end: 'refused by policy',
    shown: HERE,
  },
  5: {
    name: 'a tail cut off when its lock has run out',
    end: 'found with an anchor',
    shown: HERE,
    onServer: true,
  },
  6: { name: 'a tail left out of an exported copy', end: 'found with an anchor', shown: HERE, onServer: true },
  7: { name: 'evidence that is never written', end: 'found by reconciliation', shown: 'test/merges/roads-to-main.test.ts' },
  8: { name: 'segments that skip the records of others', end: 'found by verify', shown: HERE, onServer: true },
  9: {
    name: "a record's own clock set back",
    end: 'found by verify',
    shown: HERE,
    onServer: true,
    further: {
      name: 'by a program that also names no checkpoint, or an old one',
      end: 'found with an anchor',
      shown: HERE,
    },
  },
  10: { name: 'objects back-dated by replication', end: 'refused by policy', shown: HERE },
  11: { name: 'a short lock', end: 'refused by policy', shown: HERE, onServer: true },
  12: { name: 'garbage in the next slot, or far beyond it', end: 'found by verify', shown: HERE, onServer: true },
  13: {
    name: 'a slot that lies about what is recent',
    end: 'found by verify',
    shown: 'test/ledger/insider.test.ts',
    onServer: true,
  },
  14: { name: 'evidence that expires or that nobody can read', end: 'refused by policy', shown: HERE },
  15: { name: 'another bucket, or another key, in place of ours', end: 'found with an anchor', shown: HERE, onServer: true },
  16: { name: 'a record with a member twice', end: 'found by verify', shown: HERE, onServer: true },
  17: { name: 'a lock of a hundred years, or a flood of records', end: 'refused by policy', shown: HERE },
  18: { name: 'other bytes under the name of a blob', end: 'found by verify', shown: HERE, onServer: true },
};

export const titleOf = (number: number): string => `attack ${number}: ${ATTACKS[number]?.name}: ${ATTACKS[number]?.end}`;

/** The table for docs/threat-model.md. */
export const attacksTable = (): string =>
  [
    '| # | attack | ends | on SeaweedFS too |',
    '| --- | --- | --- | --- |',
    ...Object.entries(ATTACKS).flatMap(([number, attack]) => [
      row(number, attack),
      ...(attack.further === undefined ? [] : [row(`${number}, further`, attack.further)]),
    ]),
  ].join('\n');

const row = (number: string, { name, end, onServer }: Attack): string =>
  `|${[number, name, end, onServer === true ? 'yes' : ''].map(cell).join('|')}|`;

const cell = (text: string): string => (text === '' ? ' ' : ` ${text} `);
