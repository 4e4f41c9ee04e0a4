import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { openNote, parseNote, parseVerifierKey } from '@proofrail/core/tlog';
import { RUNTIME, startFakeKms } from '@proofrail/testkit';
import { repositoryRoot } from '../../packages/testkit/src/runner/repository-root.ts';
import { proofrail } from '../e2e/cli/proofrail.ts';
import { deploymentInputs } from '../e2e/material/deployment.ts';
import { runStep } from '../e2e/material/run-step.ts';
import { Workspace } from '../e2e/material/workspace.ts';
import { soundChange } from '../github/sound-change.ts';
import { describeAct } from './describe-act.ts';
import { runShipped } from './run-shipped.ts';

const FOLDER = 'examples/callers/organisation/sealing-repository/.github/workflows';
const SEAL = '.github/workflows/seal.yml';
const ORIGIN = 'example.org/evidence';

/** The first checkpoint: its body, an empty line, its one signature. */
function storedCheckpoint(folder: string): Buffer {
  const body = path.join(folder, '0000000000000001');
  const [signature = ''] = readdirSync(`${body}.sig`);
  return Buffer.concat([readFileSync(body), Buffer.from('\n'), readFileSync(path.join(`${body}.sig`, signature))]);
}

describeAct('proofrail-seal.yml, which calls seal.yml, on act', (act) => {
  it('seals on its schedule what others recorded, with a key that stays in KMS, and hands out the checkpoint', async () => {
    using workspace = new Workspace();
    expect((await runStep(workspace, 'record-evidence', RUNTIME, deploymentInputs(workspace))).exitCode).toBe(0);
    const kms = await startFakeKms();
    try {
      const key = `awskms://${new URL(kms.url).host}/${kms.createKey().arn}`;
      const credentials = {
        AWS_ACCESS_KEY_ID: kms.credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: kms.credentials.secretAccessKey,
      };
      const run = await runShipped(soundChange(), {
        act,
        workspace,
        workflow: `${FOLDER}/proofrail-seal.yml`,
        calls: [`${FOLDER}/seal.yml`],
        files: { [SEAL]: readFileSync(path.join(repositoryRoot, FOLDER, 'seal.yml'), 'utf8') },
        instead: {
          's3://example-evidence?region=eu-central-1&owner=123456789012': `file:${workspace.path('ledger')}`,
          'awskms:///arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-0000-0000-000000000000': key,
          'arn:aws:iam::123456789012:role/proofrail/example-sealer': "''", // no AWS here that would give one
        },
        event: { name: 'schedule', payload: {} },
        runner: credentials,
      });
      expect([run.exitCode, run.jobs]).toEqual([0, { seal: 'success' }]);
      const shown = await proofrail(['keys', 'show', key, '--log', ORIGIN], { cwd: workspace.folder, env: credentials });
      const published = parseVerifierKey(shown.out.trim());
      const note = parseNote(storedCheckpoint(workspace.path('ledger/v1/seals/checkpoint')));
      if (published === null || note === null) throw new Error('no key, or no note');
      expect(run.outputs('seal', 'Seal')['checkpoint']).toMatch(/\/checkpoint-1\.txt$/);
      expect([openNote(note, [published]).kind, note.text.split('\n').slice(0, 2)]).toEqual(['signed', [ORIGIN, '2']]);
    } finally {
      await kms.close();
    }
  });
});
