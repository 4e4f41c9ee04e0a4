import { expect, it } from '@jest/globals';
import { FileIdentities } from './file-identities.ts';
import { openIdentities } from './open-identities.ts';

it('keeps them beside a ledger in a folder, and where it is told beside any other', async () => {
  expect(await openIdentities('file:./ledger')).toBeInstanceOf(FileIdentities);
  expect(await openIdentities('s3://evidence/ledger', 'file:./people')).toBeInstanceOf(FileIdentities);
});

it.each([
  ['s3://evidence/ledger', null, 'ledger/identities'],
  ['s3://evidence/ledger', 's3://evidence/ledger', 'ledger/identities'],
  ['s3://evidence/ledger', 's3://evidence/ledger/?region=us-east-1', 'ledger/identities'],
  ['file:./ledger', 'file:./ledger', 'ledger/identities'],
  ['file:./ledger', 'file:ledger/', 'ledger/identities'],
  ['file:/', null, 'ledger/identities'],
  ['file:./ledger', './people', 'ledger/identities'],
  ['file:./ledger', 'file:', 'ledger/identities'],
  ['file:./ledger', 's3://People', 'ledger/uri'],
])(
  'never puts them into the ledger itself, which forgets nothing, nor where nobody said: %s, %s',
  async (ledger, place, code) => {
    await expect(openIdentities(ledger, place)).rejects.toMatchObject({ code, outcome: 'invalid' });
  },
);
