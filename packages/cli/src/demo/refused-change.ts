import { isBroken } from '@proofrail/core/policy';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { shown } from '../terminal/shown.ts';
import type { RunCommand } from './command-runner.ts';
import type { DemoFolder } from './demo-folder.ts';
import type { GateDocument } from './documents.ts';
import { pinStream } from './pin-stream.ts';
import { bad, detail, note, step, type Scene } from './scene.ts';

/** 1. Self-approved, approved before the last push, one critical finding, deployed by tag: every reason, and what to do about it. */
export async function refusedChange(run: RunCommand, folder: DemoFolder): Promise<Scene> {
  const answer = await gate(run, folder, 'denied');
  const { rules, recorded } = answer.document as GateDocument;
  await pinStream(folder, recorded.stream);
  const broken = rules.filter(({ status }) => isBroken(status));
  return {
    title: 'A change that must not pass is denied',
    steps: [
      step(
        answer,
        bad(`denied: ${broken.length} of ${rules.length} rules stand in the way (${answer.milliseconds} ms)`),
        ...broken.flatMap(({ id, controls, reasons, do_this: doThis }) => [
          bad(`${id}  [${controls.join(' ')}]`),
          ...reasons.map(({ text }) => detail(shown(text))),
          note(shown(doThis ?? '')),
        ]),
        detail(
          `recorded all the same, as record ${recorded.records.length} of the ledger; trust.json now says where its stream begins`,
        ),
      ),
    ],
    asTold: answer.exitCode === 1,
  };
}

/** The gate, on one of the two states of the change. */
export function gate(run: RunCommand, folder: DemoFolder, state: 'denied' | 'allowed') {
  const reports = path.join(folder.example('reports'), state);
  const files = readdirSync(reports)
    .filter((name) => name.endsWith('.sarif'))
    .sort();
  return run(
    'gate',
    '--facts',
    path.join(folder.changes, `${state}.facts.json`),
    '--report',
    ...files.map((name) => path.join(reports, name)),
    '--config',
    folder.example('service/.proofrail'),
    ...folder.ledger.words,
    ...folder.ledger.peopleWords,
    '--key',
    folder.key,
    '--save-receipt',
    folder.receipt,
  );
}
