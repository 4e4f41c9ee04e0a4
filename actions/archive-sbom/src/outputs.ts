import { formatReceipt } from '@proofrail/core/ledger';
import type { Result } from './run.ts';

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
