import { keepingText, platformText } from '@proofrail/core/evidence';
import { formatReceipt } from '@proofrail/core/ledger';
import { counted } from '@proofrail/core/text';
import { factList } from '@proofrail/runner';
import { markdownCode } from '@proofrail/runner/escape';
import type { Result } from './run.ts';

const FORMATS = { cyclonedx: 'CycloneDX', spdx: 'SPDX' } as const;

/** The job's page: what was archived for what, and where. */
export function summary({ sbom, inputs, written: { record, receipt } }: Result): string {
  const kept = keepingText(record);
  const left = sbom.invalidPurls.length;
  return `${[
    `## 📦 Archived: ${counted(sbom.components.length, 'component')} of ${markdownCode(inputs.subject.name)}`,
    ...(left === 0 ? [] : [`⚠️ Package URLs that are not valid: ${left}. Their components are listed without them.`]),
    factList([
      ['artifact', markdownCode(inputs.subject.digest)],
      ['built from', `${markdownCode(inputs.commit)}, claimed by archive-sbom`],
      ['document', `${FORMATS[sbom.format]} ${markdownCode(sbom.version)}, ${markdownCode(sbom.digest)}`],
      [
        'record',
        `${markdownCode(receipt.record)} in ${markdownCode(receipt.ledger)}, stream ${markdownCode(receipt.stream)}, assurance ${receipt.assurance}`,
      ],
      ['signed', platformText(record)],
      ...(kept === null ? [] : [['kept', kept] as const]),
    ]),
  ].join('\n\n')}\n`;
}

/** What later steps get; `keep` writes a file that outlives this step and gives back its path. */
export function outputs(
  { sbom, written: { receipt } }: Result,
  keep: (name: string, text: string) => string,
): Record<string, string> {
  return {
    'sbom-digest': sbom.digest,
    components: String(sbom.components.length),
    'record-digest': receipt.record,
    receipt: keep('receipt.json', formatReceipt(receipt)),
  };
}
