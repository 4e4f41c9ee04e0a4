import type { FactsDocument } from '@proofrail/core/context';
import type { Configuration } from '@proofrail/core/controls';
import { gateChange, type GateDependencies, type GatedChange } from '@proofrail/core/gate';
import type { Manifest } from '@proofrail/core/policy';
import type { ScanReport } from '@proofrail/core/reports';
import type { Inputs } from './inputs.ts';

/** What the gate needs from outside. Readers throw ConfigurationError or UnavailableError; none gives back half of anything. */
export interface Dependencies extends Omit<GateDependencies, 'evidence'> {
  readFacts(file: string): FactsDocument;
  readConfiguration(folder: string, manifest: Manifest): Configuration;
  readReport(file: string): ScanReport;
  /** The stream of a ledger that belongs to the repository of these facts. */
  openEvidence(facts: FactsDocument): GateDependencies['evidence'];
}

export interface Result extends GatedChange {
  readonly manifest: Manifest;
}

/** Facts come first, because they say which repository's evidence this is; everything else is read after intent was recorded. */
export async function run(inputs: Inputs, deps: Dependencies): Promise<Result> {
  const { manifest } = deps.policy;
  const facts = deps.readFacts(inputs.facts);
  const gated = await gateChange(
    {
      facts,
      source: 'given',
      configuration: () => deps.readConfiguration(inputs.config, manifest),
      reports: () => inputs.reports.map((file) => deps.readReport(file)),
    },
    { ...deps, evidence: deps.openEvidence(facts) },
  );
  return { ...gated, manifest };
}
