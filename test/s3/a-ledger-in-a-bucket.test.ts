import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planted } from '../../packages/stores/s3/test/planted.ts';
import { proofrail, type Ended } from '../e2e/cli/proofrail.ts';
import { REAL_S3_SERVERS } from './s3-servers.ts';

const LEDGER = 's3://evidence/demo?region=us-east-1';
const TRUST = ['--trust', 'proofrail-demo/trust.json', '--receipt', 'proofrail-demo/receipt.json'];
const VERIFY = ['verify', '--ledger', LEDGER, ...TRUST];

interface Told {
  readonly scenes: readonly { readonly title: string; readonly as_told: boolean }[];
}
interface Verified {
  readonly assurance: string;
  readonly findings: readonly { readonly kind: string; readonly code: string; readonly key: string }[];
}

describe.each(Object.entries(REAL_S3_SERVERS))('%s', (_, describeServer) => {
  describeServer('the main job on a bucket', (server) => {
    const cwd = mkdtempSync(path.join(tmpdir(), 'proofrail-bucket-'));
    afterAll(() => rmSync(cwd, { recursive: true, force: true }));

    const run = (words: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ended> => {
      const { url, credentials } = server();
      const env = { AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey, ...more };
      return proofrail([...words, '--s3-endpoint', url, '--s3-path-style', '--json'], { cwd, env });
    };

    beforeAll(async () => {
      const planned = await run(['ledger', 'init', '--ledger', LEDGER, '--days', '1']);
      const made = await run(['ledger', 'init', '--ledger', LEDGER, '--days', '1', '--yes']);
      expect([planned.code, planned.json()['made'], made.json()['made']]).toEqual([2, false, true]);
      expect(made.json<{ steps: { step: string; result: string }[] }>().steps.map(({ step, result }) => [step, result])).toEqual([
        ['bucket', 'done'],
        ['object-lock', 'done'],
        ['public-access-block', 'refused'],
        ['encryption', 'skipped'],
        ['tls-only', 'skipped'],
      ]);
    });

    it('is told as in a folder, but for the facts that were handed over, which satisfy nothing there', async () => {
      const told = await run(['demo', '--ledger', LEDGER]);
      expect(told.err).toBe('');
      expect(told.json<Told>().scenes.filter(({ as_told }) => !as_told)).toEqual([]);
      expect(told.code).toBe(0);
      const { locked_until: until } = JSON.parse(readFileSync(path.join(cwd, 'proofrail-demo/receipt.json'), 'utf8')) as {
        locked_until: string;
      };
      expect(Math.abs(Date.parse(until) - Date.now() - 86_400_000)).toBeLessThan(120_000); // the lock, read back from the object
    });

    it('is not told twice in one place: what lies there stays', async () => {
      const again = await run(['demo', '--ledger', LEDGER]);
      expect([again.code, again.json<{ error: { code: string } }>().error.code]).toEqual([2, 'demo/ledger-not-empty']);
    });

    it('verifies: locked, in 0', async () => {
      const { code, json } = await run(VERIFY);
      expect([code, json<Verified>().assurance, json<Verified>().findings]).toEqual([0, 'locked', []]);
    });

    it('goes where the command line says, whatever the environment says', async () => {
      const elsewhere = { AWS_ENDPOINT_URL: 'http://127.0.0.1:1', AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1' };
      expect((await run(VERIFY, elsewhere)).code).toBe(0);
    });

    it('does not accept facts that were handed over', async () => {
      const image = `registry.example/refunds@sha256:${'0'.repeat(64)}`;
      const { code, json } = await run(['image', 'verify', image, '--ledger', LEDGER, ...TRUST.slice(0, 2), '--accept-given']);
      expect([code, json<{ error: { code: string } }>().error.code]).toEqual([2, 'ledger/given-refused']);
    });

    it('says of each promise whether this server keeps it', async () => {
      const { code, json } = await run(['ledger', 'doctor', '--ledger', LEDGER, '--days', '1']);
      const { promises } = json<{ promises: { promise: string; holds: boolean | null }[] }>();
      expect(Object.fromEntries(promises.map(({ promise, holds }) => [promise, holds]))).toEqual({
        owner: false,
        versioning: true,
        'object-lock': true,
        retention: true,
        encryption: false,
        'public-access-block': null,
        'tls-only': false,
        lifecycle: true,
      });
      expect(code).toBe(3);
    });

    it('ends in 4 once somebody put a delete marker on the newest segment, and nobody writes after it', async () => {
      const { hide, newest } = planted(server(), LEDGER);
      const segment = await newest('v1/segments/');
      await hide(segment);
      const { code, json } = await run(VERIFY);
      const hidden = json<Verified>().findings.find(({ key }) => key === segment);
      expect([code, hidden?.kind]).toEqual([4, 'hidden']);
      const deployment = [
        'record',
        'deployment',
        '--image',
        `a@sha256:${'0'.repeat(64)}`,
        '--environment',
        'test',
        '--status',
        'success',
      ];
      const written = await run([
        ...deployment,
        '--ledger',
        LEDGER,
        '--key',
        'proofrail-demo/signing.key',
        '--stream',
        '778812345',
      ]);
      expect([written.code, written.json<{ error: { code: string } }>().error.code]).toEqual([4, 'ledger/hidden']);
    });
  });
});
