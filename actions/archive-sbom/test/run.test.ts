import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import type { EvidenceLog } from '@proofrail/core/gate';
import { run, type Dependencies } from '../src/run.ts';

const SBOM =
  '{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"components":[{"type":"library","name":"a","version":"1"}]}';
const INPUTS = {
  sbom: 's.json',
  subject: { name: 'app', digest: sha256('image') },
  commit: 'c'.repeat(40),
  ledger: 'file:./l',
  attachments: null,
  access: { role: null, audience: 'proofrail:ledger', s3Endpoint: null },
  signingKey: '',
  enterpriseHosts: [],
  allowEnvironment: [],
};

/** Writes down what was asked of the ledger, in order. */
function watched(document: string): { calls: string[]; deps: Dependencies } {
  const calls: string[] = [];
  const evidence = {
    attach: (bytes: Uint8Array) => {
      calls.push(`attach ${sha256(bytes)}`);
      return Promise.resolve({ digest: sha256(bytes), key: `v1/blobs/1/${'d'.repeat(64)}`, squatted: false });
    },
    append: (draft: { kind: string; details: { document_ref?: unknown } }) => {
      calls.push(`append ${draft.kind} ${String(draft.details.document_ref)}`);
      return Promise.resolve({});
    },
  } as unknown as EvidenceLog;
  const context = {
    repository: { id: '1', name: 'a/b' },
    run: { id: '2', attempt: 1 },
    event: 'push',
    workflow: 'w@r',
    job: 'j',
    commit: 'c'.repeat(40),
  };
  const deps = {
    clock: { now: () => Date.parse('2026-11-21') },
    product: { name: 'archive-sbom', version: '0.1.0' },
    context,
    evidence,
    readDocument: () => Buffer.from(document),
  };
  return { calls, deps };
}

describe('archiving an SBOM', () => {
  it('stores the document before anything points at it, byte for byte as it came', async () => {
    const { calls, deps } = watched(SBOM);
    await run(INPUTS, deps);
    expect(calls).toEqual([`attach ${sha256(SBOM)}`, `append sbom v1/blobs/1/${'d'.repeat(64)}`]);
  });

  it.each(['', '{}', SBOM.slice(0, 50), SBOM.replace('[{"type":"library","name":"a","version":"1"}]', '[]')])(
    'stores nothing for %j, and has on record that it was asked to',
    async (document) => {
      const { calls, deps } = watched(document);
      await expect(run(INPUTS, deps)).rejects.toMatchObject({ outcome: 'invalid' });
      expect(calls).toEqual(['append input.refused undefined']);
    },
  );
});
