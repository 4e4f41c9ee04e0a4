import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, it } from '@jest/globals';
import { UnavailableError } from '@proofrail/core/outcomes';
import { failureFrom, failureMessage, threadFailure } from './failure-message.ts';

it('a thread that ran out of memory ends a verification as an error that says so, and never as a verified ledger', async () => {
  const greedy = 'const kept = []; for (;;) kept.push({ kept: String(Math.random()).repeat(100) });';
  const worker = new Worker(greedy, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } });
  const [cause]: unknown[] = await once(worker, 'error').catch((error: unknown) => [error]);
  expect(threadFailure(cause)).toMatchObject({ outcome: 'deny', code: 'ledger/memory' });
});

it('what a bucket or a role says in another thread keeps its exit code and its advice', () => {
  const detail = { expected: 'a role', found: 'AccessDenied', at: 'arn:aws:iam::1:role/verifier', doThis: 'Let it be assumed.' };
  const crossed = failureFrom(structuredClone(failureMessage(new UnavailableError('role/denied', detail))));
  expect(crossed).toBeInstanceOf(UnavailableError);
  expect(crossed).toMatchObject({ code: 'role/denied', ...detail });
});

it('what nobody foresaw in another thread is a defect, never an answer', () => {
  expect(failureMessage(new TypeError('of undefined'))).toMatchObject({ outcome: 'deny', code: 'ledger/inspector' });
});
