import type { RunCommand } from './command-runner.ts';
import type { DemoFolder } from './demo-folder.ts';
import type { GateDocument } from './documents.ts';
import { gate } from './refused-change.ts';
import { detail, good, note, step, type Scene } from './scene.ts';

/** 2. The repaired change is allowed; intent, scans, approvals and decision become evidence. */
export async function allowedChange(run: RunCommand, folder: DemoFolder): Promise<Scene> {
  const answer = await gate(run, folder, 'allowed');
  const { rules, preset, recorded } = answer.document as GateDocument;
  return {
    title: 'The same change, repaired, is allowed',
    steps: [
      step(
        answer,
        good(`allowed: none of ${rules.length} rules stands in the way (${answer.milliseconds} ms, preset ${preset ?? 'none'})`),
        ...inOrder(recorded.records).map(({ kind, slot, position }) =>
          detail(`${kind.padEnd(16)} slot ${slot}, position ${position}`),
        ),
        note('facts given, not read: this demo hands the facts over in a file, and every record says so'),
      ),
    ],
    asTold: answer.exitCode === 0,
  };
}

type Placed = GateDocument['recorded']['records'][number];

/** As the ledger has them: slot by slot, and within a slot by position. */
const inOrder = (records: readonly Placed[]): Placed[] => [...records].sort((a, b) => a.slot - b.slot || a.position - b.position);
