import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { sourceCodes } from '../../tools/docs/source-codes.ts';

/** What the verifier of a ledger finds is listed in docs/verifying.md, what that of a trail finds in docs/cloudtrail.md; all else is an error. */
const FINDING = /^(slot|record|blob|object|receipt|platform|pointer|retention|run)\//;
const OF_SEALS = /^packages\/core\/src\/(seal|ledger\/seals)\//;
/** A sealer stops where a verifier goes on: these say why. All else in those folders finds. */
const STOPS_OF_SEALERS =
  /\/(read-plans|plan-contents|finish-seal|sign-checkpoint|seal-ledger|sealed-tree|prove-record|require-apart|require-key-of-log|sealed-since|read-sealed-head|read-body|require-included|full-tile|export-log|baseline|signed-note)\.ts$/;
/** Why somebody outside did not vouch, or not rightly: what a finding says, and no finding. */
const OF_OUTSIDERS = /^(timestamp|witness)\//;
const isFinding = ({ code, file }: { code: string; file: string }): boolean =>
  (OF_SEALS.test(file) && !STOPS_OF_SEALERS.test(file) && !OF_OUTSIDERS.test(code)) ||
  (FINDING.test(code) && file.startsWith('packages/core/src/ledger/') && code !== 'receipt/invalid');

const isTrailFinding = ({ code, file, exit }: { code: string; file: string; exit: number | null }): boolean =>
  code.startsWith('cloudtrail/') && file.startsWith('packages/audit/src/cloudtrail/') && exit === null;

/** Put together from what lies there and what is wrong with it (packages/core/src/ledger/verify/inventory/inventory.ts). */
const OBJECT_FINDINGS = ['record', 'slot', 'blob', 'platform', 'countersignature', 'pointer'].flatMap((kind) => [
  `${kind}/marker`,
  `${kind}/second-version`,
]);

const found = sourceCodes('.');
const rowsOf = (file: string): string[][] =>
  [...readFileSync(file, 'utf8').matchAll(/^\| `([a-z0-9-]+\/[a-z0-9-]+)` \|(.*)\|$/gm)].map(([, code = '', rest = '']) => [
    code,
    ...rest.split(' | ').map((cell) => cell.trim()),
  ]);
const sorted = (codes: Iterable<string>): string[] => [...new Set(codes)].sort();

describe('docs/errors.md', () => {
  const rows = rowsOf('docs/errors.md');
  const errors = found.filter((each) => !isFinding(each) && !isTrailFinding(each));

  it('has one row for every code in the sources, and no other', () => {
    expect(rows.map(([code]) => code).sort()).toEqual(sorted(errors.map(({ code }) => code)));
  });

  it('gives the exit code of the class that is thrown', () => {
    const documented = new Map(rows.map(([code = '', exit = '']) => [code, exit.split(' or ').map(Number)]));
    const wrong = errors.filter(({ code, exit }) => exit !== null && !documented.get(code)?.includes(exit));
    expect(wrong).toEqual([]);
    expect(errors.filter(({ exit }) => exit !== null).length).toBeGreaterThan(150);
  });

  it('says of every code what it means and what to do', () => {
    expect(rows.filter((cells) => cells.length !== 4 || cells.some((cell) => cell === ''))).toEqual([]);
  });
});

describe('docs/verifying.md', () => {
  it('has one row for every finding of the verifier, and no other', () => {
    const rows = rowsOf('docs/verifying.md').map(([code]) => code);
    expect(rows.sort()).toEqual(sorted([...found.filter(isFinding).map(({ code }) => code), ...OBJECT_FINDINGS]));
  });
});

describe('docs/cloudtrail.md', () => {
  it('has one row for every finding of the verifier of trails, and no other', () => {
    const rows = rowsOf('docs/cloudtrail.md').map(([code]) => code);
    expect(rows.sort()).toEqual(sorted(found.filter(isTrailFinding).map(({ code }) => code)));
  });
});
