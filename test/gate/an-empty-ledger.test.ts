import { expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import { digestChecker } from '@proofrail/core/gate';
import { parseStreamId } from '@proofrail/core/ledger';
import { MemoryStore } from '@proofrail/store-memory';

it('says that nothing lies where it looked: a mistyped ledger is not mended by archiving an SBOM', async () => {
  const store = new MemoryStore();
  const question = { store, trust: null, acceptGiven: false };
  const whole = await digestChecker(question);
  const reason = `no record lies in ${store.uri}`;
  expect(await whole(sha256('image'))).toMatchObject({
    outcome: 'deny',
    code: 'image/no-sbom',
    reason: expect.stringContaining(reason),
  });
  const one = await digestChecker({ ...question, stream: parseStreamId('42') });
  expect(await one(sha256('image'))).toMatchObject({ reason: expect.stringContaining(`${reason}, stream 42`) });
});
