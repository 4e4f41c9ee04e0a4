import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { VersionId } from '../../../ports/object-store.ts';
import type { RecordName } from '../../layout.ts';
import { RecordTable } from './record-table.ts';
import { StreamRecords } from './stream-records.ts';

const digestOf = (n: number): string => createHash('sha256').update(String(n)).digest('hex');
const nameOf = (n: number, digest = digestOf(n)): RecordName => `${String(n).padStart(13, '0')}-${digest}` as RecordName;
const many = Array.from({ length: 10_000 }, (_, n) => n);

describe('the records of a ledger', () => {
  it('are each found again, with time, digest, place and version, and no other is', () => {
    const records = new StreamRecords(new RecordTable());
    const version = (n: number): VersionId | null =>
      [null, 'null', digestOf(n).slice(32), `${'v'.repeat(n % 50)}!`][n % 4] as VersionId | null;
    for (const n of many) records.list(nameOf(n), version(n));
    for (const n of many) expect(records.place(nameOf(n), { slot: n + 1, position: (n % 1024) + 1 })).toBeNull();
    expect([...records.targets()]).toEqual(many.map((n) => ({ name: nameOf(n), version: version(n) })));
    expect(many.map((n) => records.placeOf(nameOf(n)))).toEqual(many.map((n) => ({ slot: n + 1, position: (n % 1024) + 1 })));
    expect(many.some((n) => records.isListed(nameOf(n + 1, digestOf(n))))).toBe(false);
  });

  it('are kept apart where their digests begin alike', () => {
    const records = new StreamRecords(new RecordTable());
    const alike = many.slice(0, 300).map((n) => nameOf(n, `00000000${digestOf(n).slice(8)}`));
    for (const name of alike) records.list(name, null);
    expect([...records.targets()].map(({ name }) => name)).toEqual(alike);
  });

  it('come in the order of their names, in whatever order a folder lists them', () => {
    const records = new StreamRecords(new RecordTable());
    const sorted = many.map((n) => nameOf(n >> 1, digestOf(n))).sort(); // two of each millisecond
    const shuffled = [...sorted].sort((a, b) =>
      digestOf(Number(a.slice(0, 13))) + a < digestOf(Number(b.slice(0, 13))) + b ? -1 : 1,
    );
    for (const name of shuffled) records.list(name, null);
    records.place(nameOf(1), { slot: 1, position: 1 });
    expect([...records.targets()].map(({ name }) => name)).toEqual([...sorted, nameOf(1)]);
  });

  it('stand where the first slot puts them, and are looked for though no listing shows them', () => {
    const records = new StreamRecords(new RecordTable());
    expect(records.place(nameOf(1), { slot: 1, position: 1 })).toBeNull();
    expect(records.place(nameOf(1), { slot: 2, position: 7 })).toEqual({ slot: 1, position: 1 });
    expect([records.isListed(nameOf(1)), [...records.targets()]]).toEqual([false, [{ name: nameOf(1), version: null }]]);
  });

  it('count by their earliest version, which a listing shows last', () => {
    const records = new StreamRecords(new RecordTable());
    for (const version of ['b'.repeat(32), 'a'.repeat(32)]) records.list(nameOf(1), version as VersionId);
    expect([...records.targets()]).toEqual([{ name: nameOf(1), version: 'a'.repeat(32) }]);
  });

  it('are told of a second name in any stream, and of themselves in none', () => {
    const table = new RecordTable();
    const [one, other] = [new StreamRecords(table), new StreamRecords(table)];
    expect(one.visit(nameOf(1))).toBeNull();
    expect(one.visit(nameOf(2, digestOf(1)))).toBe(nameOf(1));
    expect(other.visit(nameOf(1))).toBe(nameOf(1));
    expect([one.holds(`sha256:${digestOf(1)}` as never), other.holds(`sha256:${digestOf(2)}` as never)]).toEqual([true, false]);
  });

  it('take some hundred bytes each, versions included', () => {
    const table = new RecordTable();
    const records = new StreamRecords(table);
    const before = process.memoryUsage().arrayBuffers;
    const full = Array.from({ length: 3 * 4096 }, (_, n) => n); // chunks that are not full would weigh more
    for (const n of full) records.list(nameOf(n), digestOf(n).slice(32) as VersionId);
    expect((process.memoryUsage().arrayBuffers - before) / full.length).toBeLessThan(97);
  });
});
