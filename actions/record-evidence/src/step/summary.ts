import { keepingText, platformText } from '@proofrail/core/evidence';
import { factList } from '@proofrail/runner';
import { markdownCode } from '@proofrail/runner/escape';
import type { Result } from './run.ts';

/** The job's page: what was recorded, and where its proof lies. */
export function summary({ inputs: { what, commit, artifact }, written: { record, receipt } }: Result): string {
  const kept = keepingText(record);
  const rows =
    what.kind === 'deployment'
      ? [
          ['image', markdownCode(`${what.image.name}@${what.image.digest}`)] as const,
          ['environment', markdownCode(what.environment)] as const,
          ['ended in', what.status] as const,
        ]
      : [['report', markdownCode(what.report)] as const];
  return `${[
    `## 📒 Recorded: ${what.kind}`,
    '_facts given, not read_',
    factList([
      ...rows,
      ['commit', markdownCode(commit)],
      [
        'record',
        `${markdownCode(receipt.record)} in ${markdownCode(receipt.ledger)}, stream ${markdownCode(receipt.stream)}, assurance ${receipt.assurance}`,
      ],
      ['signed', platformText(record)],
      ...(kept === null ? [] : [['kept', kept] as const]),
      ...(artifact === null ? [] : [['artifact', markdownCode(artifact.name)] as const]),
    ]),
  ].join('\n\n')}\n`;
}
