import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { verifyLedger } from '@proofrail/core/verification';
import { openLedger } from '@proofrail/machine';
import { replayText } from '../decision/replay-text.ts';
import { imagesText } from '../image/images-text.ts';
import { mergesText } from '../merges/merges-text.ts';
import { styleFor } from '../terminal/style.ts';
import { verificationText } from '../verify/verification-text.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-trust-line-'));
afterAll(() => rmSync(folder, { recursive: true }));

const page = { style: styleFor({ isTTY: false, env: {} }), columns: 80 };
const NONE = 'none, consistency only';
const merges = { branch: 'main', since: 'a', tip: 'b', facts: 'read', commits: [], recorded: null } as const;

// decisions.md, Ledger: scripts and people look for these very words, and the documents promise them.
it.each<[string, () => string | Promise<string>]>([
  ['verify', async () => verificationText(await verifyLedger(await openLedger(`file:${folder}`, {})), null, page)],
  ['image verify', () => imagesText([], NONE, page)],
  ['merges verify', () => mergesText({ ...merges, trust: NONE }, page)],
  ['decision replay', () => replayText({ trust: NONE, policy: 'sha256:…' }, [], 'invalid', page)],
])('%s without a trust file begins with a line that says so, as the documents write it', async (_, text) => {
  expect((await text()).split('\n')[0]).toBe('trust: none, consistency only');
});
