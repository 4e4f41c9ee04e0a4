import { keepingText, platformText } from '@proofrail/core/evidence';
import { markdownCode } from '@proofrail/runner/escape';
import type { Result } from './run.ts';

/** The job's page: what was recorded, and where its proof lies. */
export function summary({ inputs: { what, commit, artifact }, written: { record, receipt } }: Result): string {
  const kept = keepingText(record);
  const rows =
    what.kind === 'deployment'
      ? [
          `| image | ${markdownCode(`${what.image.name}@${what.image.digest}`)} |`,
          `| environment | ${markdownCode(what.environment)} |`,
          `| ended in | ${what.status} |`,
        ]
      : [`| report | ${markdownCode(what.report)} |`];
  return `${[
    `## 📒 Recorded: ${what.kind}`,
    '_facts given, not read_',
    [
      '| | |',
      '| --- | --- |',
      ...rows,
      `| commit | ${markdownCode(commit)} |`,
      `| record | ${markdownCode(receipt.record)} in ${markdownCode(receipt.ledger)}, stream ${markdownCode(receipt.stream)}, assurance ${receipt.assurance} |`,
      `| signed | ${platformText(record)} |`,
      ...(kept === null ? [] : [`| kept | ${kept} |`]),
      ...(artifact === null ? [] : [`| artifact | ${markdownCode(artifact.name)} |`]),
    ].join('\n'),
  ].join('\n\n')}\n`;
}
