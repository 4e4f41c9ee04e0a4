import { expect, it } from '@jest/globals';
import { StoreAround, type TrustFile } from '@proofrail/core/ledger';
import { UnavailableError } from '@proofrail/core/outcomes';
import type { ListOptions, ObjectVersion } from '@proofrail/core/ports';
import { sealedBeforeThefts } from '@proofrail/core/verification';
import { MemoryStore } from '@proofrail/store-memory';
import { ask, COMMIT, OTHER_COMMIT, releasesOn } from '../ledger/releases.ts';
import { START, testSigner, trustIn } from '../ledger/small-ledger.ts';

const THEFT = new Date(START + 3_600_000).toISOString();

/** The role of a deployment reads no seals: `verify-digest` asks by none. */
it('names the way out to a deployment that meets a record of a stolen key, and lets through what the next key signed', async () => {
  const [stolen, successor] = [testSigner(), testSigner()];
  const store = new MemoryStore();
  const before = releasesOn(store, stolen);
  await before.decide('allow', COMMIT);
  await before.archive(COMMIT);
  const keys = trustIn([stolen, successor], null);
  const trust: TrustFile = {
    ...keys,
    record_keys: keys.record_keys.map((key, index) => (index === 0 ? { ...key, compromised_from: THEFT } : key)),
  };
  await expect(ask(store, { trust })).rejects.toMatchObject({
    code: 'ledger/finding',
    doThis: expect.stringMatching(
      /"proofrail image verify .*" by a role that reads seals \(auditor, verifier\).* image of a later commit/,
    ),
  });
});

it('lets an image through whose records another key signed, beside those of a stolen one', async () => {
  const [stolen, successor] = [testSigner(), testSigner()];
  const store = new MemoryStore();
  await releasesOn(store, stolen).decide('allow', COMMIT);
  const later = releasesOn(store, successor);
  await later.decide('allow', OTHER_COMMIT);
  await later.archive(OTHER_COMMIT);
  const keys = trustIn([stolen, successor], null);
  const record_keys = keys.record_keys.map((key, index) => (index === 0 ? { ...key, compromised_from: THEFT } : key));
  expect((await ask(store, { trust: { ...keys, record_keys } })).answer).toMatchObject({
    outcome: 'allow',
    commit: OTHER_COMMIT,
  });
});

/** As the role of a writer meets it, by which `merges verify` records what it found. */
class WithoutSeals extends StoreAround {
  override listVersions(prefix: string, options?: ListOptions): AsyncIterable<ObjectVersion> {
    if (!prefix.startsWith('v1/seals/')) return super.listVersions(prefix, options);
    const context = { expected: 'an answer', found: '403 AccessDenied', at: prefix, doThis: 'Give the role more.' };
    throw new UnavailableError('store/denied', context);
  }
}

it('tells a role that may not read seals which role may, where only they show what is older than the theft', async () => {
  const [stolen] = [testSigner()];
  const keys = trustIn([stolen], null);
  const trust: TrustFile = { ...keys, record_keys: keys.record_keys.map((key) => ({ ...key, compromised_from: THEFT })) };
  const store = new WithoutSeals(new MemoryStore());
  await expect(sealedBeforeThefts(store, { trust })).rejects.toMatchObject({
    outcome: 'unavailable',
    code: 'ledger/finding',
    found: '403 AccessDenied',
    doThis: expect.stringContaining('auditor, verifier'),
  });
  await expect(sealedBeforeThefts(store, { trust: keys })).resolves.toBeDefined(); // nobody asks for seals where no key was stolen
});
