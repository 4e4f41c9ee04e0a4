import { expect, it } from '@jest/globals';
import type { GateOptions } from './declare-gate.ts';
import { runGate } from './run-gate.ts';

const session = {
  clock: { now: () => 0 },
  logger: { info: () => undefined, warning: () => undefined, progress: () => undefined },
  env: {},
};
const ASKED: GateOptions = { facts: 'facts.json', config: '.proofrail', ledger: 'none' };

it.each<Partial<GateOptions>>([
  { saveReceipt: 'receipt.json' },
  { key: 'proofrail.key' },
  { attachments: 'file:./attachments' },
  { identities: 'file:./identities' },
  { s3Endpoint: 'http://127.0.0.1:1' },
  { s3PathStyle: true },
  { roleToAssume: 'arn:aws:iam::1:role/writer' },
  { roleAudience: 'acme' },
])('--ledger none takes nothing that only a ledger needs: %j', async (option) => {
  await expect(runGate({ ...ASKED, ...option }, session)).rejects.toMatchObject({
    code: 'cli/conflicting-option',
    outcome: 'invalid',
    found: expect.stringMatching(/^--ledger none with --[a-z0-9-]+$/),
  });
});
