import { counted } from '@proofrail/core/text';
import type { RunCommand } from './command-runner.ts';
import type { DemoFolder } from './demo-folder.ts';
import type { ReportDocument } from './documents.ts';
import { detail, good, step, type Scene } from './scene.ts';

/** 5. One page for the auditor, deviations first. */
export async function writtenReport(run: RunCommand, folder: DemoFolder): Promise<Scene> {
  const answer = await run(
    ...['report', ...folder.ledger.words, '--trust', folder.trust, '--receipt', folder.receipt, '--out', folder.report],
  );
  const { shown } = answer.document as ReportDocument;
  return {
    title: 'The auditor gets one page',
    steps: [
      step(
        answer,
        good(
          `${counted(shown.records, 'record')}: ${counted(shown.deviations, 'deviation')} first, then ` +
            `${counted(shown.changes, 'decision')} and ${counted(shown.images, 'image')}`,
        ),
        detail('filter it with --control A.8.32 --from 2026-10-01 --to 2026-12-31'),
      ),
    ],
    asTold: answer.exitCode === 0,
  };
}
