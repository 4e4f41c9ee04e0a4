import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import { findRecord } from './find-record.ts';

it.each(['sha256:', 'sha256:4edfd045', `sha256:${'A'.repeat(64)}`])(
  'takes %s for a digest that was not copied whole, not for a file that is missing',
  async (name) => {
    await expect(findRecord(name, 'file:./ledger', {})).rejects.toMatchObject({ code: 'record/digest', outcome: 'invalid' });
  },
);

it('says that a record cannot be read, and not that its bytes are others', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-find-record-'));
  const bytes = Buffer.from('a record');
  const digest = sha256(bytes);
  const file = path.join(folder, 'v1/records/42', `1780000000000-${digest.slice('sha256:'.length)}`);
  const find = () => findRecord(digest, `file:${folder}`, {});
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    expect(await find()).toMatchObject({ digest });
    writeFileSync(file, 'other bytes');
    await expect(find()).rejects.toMatchObject({ code: 'record/altered', outcome: 'tampered' });
    rmSync(file);
    symlinkSync('elsewhere', file); // a store in a folder follows no link
    await expect(find()).rejects.toMatchObject({ code: 'ledger/unreadable', outcome: 'unavailable' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
