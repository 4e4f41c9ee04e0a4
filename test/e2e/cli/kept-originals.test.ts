import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import { readFileSync } from 'node:fs';
import { gate, laidOut, REPORTS } from './laid-out.ts';
import { proofrail } from './proofrail.ts';

it('keeps the reports and facts that a decision rests on outside of the ledger, and says it when they were erased', async () => {
  using workspace = laidOut();
  const run = (...argv: string[]) => proofrail(argv, { cwd: workspace.folder });
  const verify = ['verify', '--ledger', 'file:./ledger', '--trust', 'ledger.trust.json', '--attachments', 'file:./kept'];
  expect((await run(...gate('file:./ledger'), '--attachments', 'file:./kept')).code).toBe(0);
  for (const report of REPORTS) {
    const bytes = readFileSync(workspace.path(report));
    const kept = workspace.path(path.join('kept/v1/attachments/700001', sha256(bytes).slice('sha256:'.length)));
    expect(Buffer.compare(readFileSync(kept), bytes)).toBe(0);
  }
  const there = await run(...verify);
  expect([there.code, there.out]).toEqual([0, expect.stringContaining(`attachment: kept, ${REPORTS.length + 1} originals`)]);

  rmSync(workspace.path('kept'), { recursive: true });
  const gone = await run(...verify);
  expect([gone.code, gone.out]).toEqual([0, expect.stringContaining(`attachment: erased, ${REPORTS.length + 1} originals`)]);
  const documented = await run(...verify, '--json');
  expect(documented.json()).toMatchObject({
    outcome: 'allow',
    findings: [],
    streams: [{ attachments: { erased: REPORTS.length + 1 } }],
  });

  rmSync(workspace.path('ledger'), { recursive: true, force: true });
  expect((await run(...gate('file:./ledger'))).code).toBe(0);
  expect(existsSync(workspace.path('ledger.attachments'))).toBe(false); // nobody named a place
});
