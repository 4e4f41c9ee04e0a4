import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { timestampRequest } from '@proofrail/core/timestamp';
import { FakeTimeAuthority } from './fake-time-authority.ts';

it('gives time-stamps that OpenSSL verifies under its root, so that a test on it says something', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-fake-tsa-'));
  const file = (name: string, bytes: Uint8Array | string): string => {
    writeFileSync(path.join(folder, name), bytes);
    return path.join(folder, name);
  };
  try {
    const authority = new FakeTimeAuthority('time.example', { now: () => Date.now() });
    const body = Buffer.from('example.org/evidence\n1\nAAAA\n');
    const reply = await authority.stamp(timestampRequest(body, Buffer.from('5eed', 'hex')));
    const words = ['ts', '-verify', '-data', file('body', body), '-in', file('reply', reply)];
    const root = ['-CAfile', file('root.pem', authority.entry.certificates.join(''))];
    expect(String(execFileSync('openssl', [...words, ...root], { stdio: 'pipe' }))).toContain('Verification: OK');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
