import type { FactsDocument } from '@proofrail/core/context';
import type { Configuration } from '@proofrail/core/controls';
import { judgeChange, type Judgement, type Recorded } from '@proofrail/core/gate';
import type { Manifest, Policy } from '@proofrail/core/policy';
import type { Clock } from '@proofrail/core/ports';
import type { ScanReport } from '@proofrail/core/reports';
import type { Inputs } from './inputs.ts';

/** What the gate needs from outside. Every reader throws ConfigurationError or UnavailableError; none gives back half of anything. */
export interface Dependencies {
  readonly clock: Clock;
  readonly policy: Policy;
  readFacts(file: string): FactsDocument;
  readConfiguration(folder: string, manifest: Manifest): Configuration;
  readReport(file: string): ScanReport;
  /** Returns when the record is durable, or throws. */
  recordIntent(facts: FactsDocument): Promise<void>;
  recordDecision(judgement: Judgement): Promise<Recorded>;
}

export interface Result {
  readonly judgement: Judgement;
  readonly manifest: Manifest;
  readonly evidence: Recorded;
}

/** Intent is recorded before anything is decided, so that a missing decision is visible; the decision before anybody hears of it. */
export async function run(inputs: Inputs, deps: Dependencies): Promise<Result> {
  const { manifest } = deps.policy;
  const facts = deps.readFacts(inputs.facts);
  await deps.recordIntent(facts);
  const configuration = deps.readConfiguration(inputs.config, manifest);
  const reports = inputs.reports.map((file) => deps.readReport(file));
  const judgement = judgeChange(
    { facts, configuration, reports, source: 'given' },
    deps.policy,
    Math.floor(deps.clock.now() / 1000),
  );
  const evidence = await deps.recordDecision(judgement);
  return { judgement, manifest, evidence };
}
