import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startArtifactService, type ArtifactService } from '@proofrail/testkit';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { captureOutput } from '../../test/capture-output.ts';
import { uploadArtifact } from './upload-artifact.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-upload-'));
const receipt = path.join(folder, 'receipt.json');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(receipt, '{"kind":"sequenced"}');

describe('an artifact of the run', () => {
  let service: ArtifactService;
  beforeEach(async () => {
    service = await startArtifactService();
    Object.assign(process.env, service.environment);
  });
  afterEach(async () => {
    for (const name of Object.keys(service.environment)) Reflect.deleteProperty(process.env, name);
    await service.close();
  });

  it('holds the files under their own names, wherever they lay', async () => {
    await captureOutput(() => uploadArtifact('evidence', [receipt]));
    const zip = service.artifacts.get('evidence');
    expect(zip?.includes('receipt.json')).toBe(true);
    expect(zip?.includes('/tmp')).toBe(false);
  });

  it.each(['##[set-output name=outcome;]allow', '', '../x', 'a b', '-x'])(
    'is refused before anything is printed when it is called %j',
    async (name) => {
      let refusal: unknown;
      const printed = await captureOutput(() =>
        uploadArtifact(name, [receipt]).catch((cause: unknown) => void (refusal = cause)),
      );
      expect(refusal).toMatchObject({ code: 'artifact/name', outcome: 'invalid' });
      expect(printed).toBe('');
    },
  );
});

it('that the platform refuses is an error of its own, which says that the evidence is kept', async () => {
  const service = await startArtifactService({ refuse: 403 });
  Object.assign(process.env, service.environment);
  let refusal: unknown;
  await captureOutput(() => uploadArtifact('evidence', [receipt]).catch((cause: unknown) => void (refusal = cause)));
  await service.close();
  expect(refusal).toMatchObject({ code: 'artifact/upload', outcome: 'unavailable' });
});
