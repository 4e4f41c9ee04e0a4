import { afterAll, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openLedger } from './open-ledger.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'proofrail-ledger-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it('makes nothing by opening a ledger: looking must leave no trace', async () => {
  const folder = path.join(scratch, 'ledger');
  expect((await openLedger(`file:${folder}`)).assurance).toBe('local');
  expect(existsSync(folder)).toBe(false);
});

it.each([
  ['', 'ledger/uri'],
  ['file:', 'ledger/uri'],
  ['file://ledger', 'ledger/uri'],
  ['./ledger', 'ledger/uri'],
  ['none', 'ledger/uri'],
  ['FILE:./ledger', 'ledger/uri'],
  ['s3:bucket', 'ledger/uri'],
  ['s3://Bucket/prefix', 'ledger/uri'],
])('opens nothing by guessing what %j means', async (uri, code) => {
  await expect(openLedger(uri)).rejects.toMatchObject({ code, outcome: 'invalid' });
});
