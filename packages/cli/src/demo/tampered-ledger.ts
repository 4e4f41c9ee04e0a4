import { cpSync } from 'node:fs';
import path from 'node:path';
import { placeOf } from '@proofrail/core/ledger';
import type { CommandAnswer, RunCommand } from './command-runner.ts';
import type { DemoFolder } from './demo-folder.ts';
import type { VerifyDocument } from './documents.ts';
import { bad, detail, good, note, step, type Line, type Scene } from './scene.ts';
import { cutTail } from './tamper/cut-tail.ts';
import { flipByte } from './tamper/flip-byte.ts';
import { removeRecord } from './tamper/remove-record.ts';
import { signAnew } from './tamper/sign-anew.ts';
import { swapSlots } from './tamper/swap-slots.ts';

interface Attack {
  readonly name: string;
  readonly title: string;
  readonly act: (ledger: string) => void | Promise<void>;
  /** What the auditor holds outside the ledger, without which it is not found. */
  readonly anchor?: 'receipt' | 'trust file';
}

const ATTACKS: readonly Attack[] = [
  { name: 'one-byte-flipped', title: 'one byte of one record flipped', act: flipByte },
  { name: 'one-record-removed', title: 'one record removed', act: removeRecord },
  { name: 'two-slots-swapped', title: 'two slots swapped', act: swapSlots },
  { name: 'tail-cut-off', title: 'the last slots cut off', act: cutTail, anchor: 'receipt' },
  { name: 'signed-anew', title: 'everything signed anew with another key', act: signAnew, anchor: 'trust file' },
];

/** What to leave out to show that an anchor is needed: a receipt of the true ledger would give the forged one away as well. */
const WITHOUT = {
  receipt: { named: 'receipt', left: ['trust'] },
  'trust file': { named: 'trust file and the receipt', left: [] },
} as const satisfies Record<NonNullable<Attack['anchor']>, { named: string; left: readonly ('trust' | 'receipt')[] }>;

/** 4. The ledger verifies; on copies, five attacks are each named by stream and position. */
export async function tamperedLedger(run: RunCommand, folder: DemoFolder): Promise<Scene> {
  const anchors = { trust: ['--trust', folder.trust], receipt: ['--receipt', folder.receipt] };
  const intact = await run('verify', ...folder.ledger.words, ...anchors.trust, ...anchors.receipt);
  const lines: Line[] = [good(`intact: ${countsOf(intact)}; ${(intact.document as VerifyDocument).trust}`)];
  let asTold = intact.exitCode === 0;
  const original = await folder.ledger.asFolder();
  for (const { name, title, act, anchor } of ATTACKS) {
    const copy = path.join(folder.copies, name);
    cpSync(original, copy, { recursive: true });
    await act(copy);
    const found = await run('verify', '--ledger', `file:${copy}`, ...anchors.trust, ...anchors.receipt);
    lines.push(bad(`${title}: found, exit code ${found.exitCode}`), ...firstFindings(found));
    asTold &&= found.exitCode === 4;
    if (anchor === undefined) continue;
    const { named, left } = WITHOUT[anchor];
    const without = await run('verify', '--ledger', `file:${copy}`, ...left.flatMap((kept) => anchors[kept]));
    lines.push(note(`without the ${named} it ends in ${without.exitCode}: that is what the ${anchor} is for`));
    asTold &&= without.exitCode === 0;
  }
  return { title: 'Nobody can change the ledger unnoticed', steps: [step(intact, ...lines)], asTold };
}

function countsOf({ document, milliseconds }: CommandAnswer): string {
  const { streams } = document as VerifyDocument;
  const sum = (of: (stream: (typeof streams)[number]) => number): number => streams.reduce((total, each) => total + of(each), 0);
  return `${sum(({ verified }) => verified)} records in ${sum(({ slots }) => slots)} slots verified in ${milliseconds} ms`;
}

const MOST_FINDINGS = 2;

function firstFindings({ document }: CommandAnswer): Line[] {
  const { findings } = document as VerifyDocument;
  const named = findings.slice(0, MOST_FINDINGS).map((one) => detail(`${one.kind} at ${placeOf(one)}: ${one.detail}`));
  const more = findings.length - named.length;
  return more > 0 ? [...named, detail(`and ${more} more`)] : named;
}
