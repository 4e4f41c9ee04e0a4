import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { canonicalJson, sealEnvelope, STATEMENT_PAYLOAD_TYPE } from '@proofrail/core/canonical';
import { append, formatTrustFile } from '@proofrail/core/ledger';
import { FileStore } from '@proofrail/store-file';
import { fill, ledgerOn, STREAM, testSigner, trustIn } from '../../ledger/small-ledger.ts';
import { Workspace } from '../material/workspace.ts';
import { proofrail } from './proofrail.ts';

it('is found by verify, and a deviation of the report: rightly signed, in order, and nothing that a page could show', async () => {
  using workspace = new Workspace();
  const signer = testSigner();
  const ledger = ledgerOn(await FileStore.open(workspace.path('ledger')), signer);
  await fill(ledger, 2);
  const nothing = canonicalJson({ none: 'of the members of a Statement' });
  const { slot } = await append(ledger, STREAM, await sealEnvelope(STATEMENT_PAYLOAD_TYPE, nothing, signer));
  workspace.write('trust.json', formatTrustFile(trustIn([signer], null)));
  const verified = (
    await proofrail(['verify', '--ledger', 'file:./ledger', '--trust', 'trust.json', '--json'], { cwd: workspace.folder })
  ).json();
  expect(verified).toMatchObject({
    exit_code: 4,
    streams: [{ verified: 2, unsigned: 1 }],
    findings: [{ code: 'record/signature', slot }],
  });
  const page = ['report', '--ledger', 'file:./ledger', '--trust', 'trust.json', '--out', 'page.html', '--json'];
  const reported = (await proofrail(page, { cwd: workspace.folder })).json();
  expect(reported).toMatchObject({
    exit_code: 4,
    shown: { records: 2 },
    verification: { findings: [{ code: 'record/signature', slot }] },
  });
  expect(readFileSync(workspace.path('page.html'), 'utf8')).toContain(`unsigned: stream ${STREAM}, slot ${slot}, position 1`);
});
