import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { openLedger } from '@proofrail/machine';
import { requireLocks } from './require-locks.ts';

it('does not let a folder pass for one whose objects are locked', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-unlocked-'));
  const store = await openLedger(`file:${folder}`);
  expect(() => requireLocks(store, undefined)).not.toThrow();
  expect(() => requireLocks(store, 1)).toThrow(expect.objectContaining({ code: 'ledger/not-a-bucket', outcome: 'invalid' }));
  rmSync(folder, { recursive: true });
});
