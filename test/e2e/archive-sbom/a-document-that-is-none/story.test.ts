import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { existsSync } from 'node:fs';
import { sha256 } from '@proofrail/core/canonical';
import { DIGEST } from '../../material/change.ts';
import { ledgerRecords } from '../../material/ledger-records.ts';
import { archiveInputs } from '../../material/release.ts';
import { runStep } from '../../material/run-step.ts';
import { cyclonedx } from '../../material/sbom.ts';
import { Workspace } from '../../material/workspace.ts';

const BROKEN = {
  'cut off': cyclonedx().slice(0, 200),
  'of another format': '{"hello": "world"}',
  'with nothing in it': cyclonedx([]),
  'with the same key twice': cyclonedx().replace('"version":1,', '"version":1,"version":2,'),
};

describe.each(NODES)('a document that is none, on Node %s', (node) => {
  it.each(Object.entries(BROKEN))(
    '%s: one error that names the file, on record with its digest, and nothing stored',
    async (_, text) => {
      using workspace = new Workspace();
      const inputs = archiveInputs(workspace);
      workspace.write('sbom.cdx.json', text);
      const run = await runStep(workspace, 'archive-sbom', node, inputs);
      expect([run.exitCode, run.annotations.length, run.outputs]).toEqual([2, 1, {}]);
      expect(run.annotations[0]?.message).toContain('sbom.cdx.json');
      const [record, ...others] = ledgerRecords(workspace);
      expect(record?.predicate).toMatchObject({ instead_of: 'sbom', document: sha256(text), evidence: { outcome: 'error' } });
      expect([others, existsSync(workspace.path('ledger/v1/blobs'))]).toEqual([[], false]);
      expect(record?.subject[0]?.digest).toEqual({ sha256: DIGEST.slice('sha256:'.length) });
    },
  );

  it('that is not there: on record without a digest', async () => {
    using workspace = new Workspace();
    const run = await runStep(workspace, 'archive-sbom', node, { ...archiveInputs(workspace), sbom: 'absent.json' });
    expect(run.exitCode).toBe(2);
    expect(ledgerRecords(workspace).map(({ predicate }) => predicate)).toMatchObject([
      { instead_of: 'sbom', error: { code: 'file/absent' }, document: null },
    ]);
  });
});
