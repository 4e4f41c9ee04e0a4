import { beforeAll, describe, expect, it } from '@jest/globals';
import { append, parseKey, putBlob } from '@proofrail/core/ledger';
import { lengthenLocks } from '@proofrail/core/lengthen';
import type { ObjectKey, VersionId } from '@proofrail/core/ports';
import { sealLedger } from '@proofrail/core/seal';
import { verifyLedger } from '@proofrail/core/verification';
import { ledgerOn, record, STREAM, testSigner, trustIn } from '../../../../test/ledger/small-ledger.ts';
import { S3_SERVERS } from '../../../../test/s3/s3-servers.ts';
import { sealerOn, testLogKey } from '../../../../test/seal/sealed-ledger.ts';
import { makeBucket } from '../src/make-bucket.ts';
import { S3LockKeeper } from '../src/s3-lock-keeper.ts';
import { S3Store } from '../src/s3-store.ts';

const DAY = 86_400_000;
const URI = 's3://lengthened/ledger?region=us-east-1';
const days = { sbom: 3 };

describe.each(Object.entries(S3_SERVERS))('a sealed ledger on %s', (name, describeServer) => {
  describeServer(name, (server) => {
    const options = () => ({ endpoint: { url: server().url, pathStyle: true }, credentials: server().credentials });

    beforeAll(() => makeBucket(URI, 1, options()));

    it('has the locks of an SBOM, and of what proves it, lengthened once, and those of nothing else', async () => {
      const store = await S3Store.open(URI, options());
      const keeper = await S3LockKeeper.open(URI, options());
      const signer = testSigner();
      const ledger = ledgerOn(store, signer, { now: Date.now });
      await append(ledger, STREAM, await record('scan', signer, 'https://proofrail.dev/evidence/scan.result/v1'));
      const { key } = await putBlob(ledger, STREAM, new TextEncoder().encode('an SBOM'));
      const last = await append(
        ledger,
        STREAM,
        await record(1, signer, 'https://proofrail.dev/evidence/sbom/v1', { raw_ref: key }),
      );
      await sealLedger(sealerOn(store, testLogKey(), { now: Date.now }));
      const task = { store, keeper, days, stream: null, trust: trustIn([signer], null), onProgress: () => undefined };
      const longer = { days, now: Date.now() };
      expect(await verifyLedger(store, { longer })).toMatchObject({ outcome: 'allow', waiting: 1, findings: [] });
      const [first, again] = [
        await lengthenLocks({ ...task, confirmed: true }),
        await lengthenLocks({ ...task, confirmed: true }),
      ];
      expect([first, again].map(({ kinds, findings }) => [kinds[0]?.records, kinds[0]?.short === 0, findings])).toEqual([
        [1, false, []],
        [1, true, []],
      ]);
      expect(await verifyLedger(store, { longer })).toMatchObject({ outcome: 'allow', waiting: 0, findings: [] });
      const untouched: ObjectKey[] = [];
      for await (const { key: one, version } of store.listVersions('v1/')) {
        const lock = await keeper.lockOf(one, version as VersionId);
        if ((lock?.until ?? 0) < Date.now() + 2 * DAY) untouched.push(one);
      }
      expect(untouched.map((one) => parseKey(one)?.kind)).toEqual(['record']);
      expect(untouched[0]).not.toContain(last.record.slice('sha256:'.length));
    });
  });
});
