import type { Analysis, Repository } from '../state/repository.ts';
import type { Scenario } from '../state/scenario.ts';

export interface NewAnalysis {
  readonly commit: string;
  readonly ref: string;
  readonly tool: string;
  readonly sarif: { readonly runs: readonly { readonly results?: readonly unknown[] }[] } & Readonly<Record<string, unknown>>;
  readonly rules?: number;
  readonly error?: string;
  /** Default: one for each tool. */
  readonly category?: string;
}

export function uploadAnalysis(scenario: Scenario, repository: Repository, upload: NewAnalysis): Analysis {
  const analysis: Analysis = {
    id: scenario.nextId(),
    ref: upload.ref,
    commit: upload.commit,
    tool: { name: upload.tool, version: '1.0.0' },
    category: upload.category ?? upload.tool.toLowerCase(),
    at: scenario.later(),
    error: upload.error ?? '',
    warning: '',
    rules: upload.rules ?? 40,
    results: upload.sarif.runs.reduce((sum, run) => sum + (run.results?.length ?? 0), 0),
    sarif: upload.sarif,
  };
  repository.analyses.push(analysis);
  return analysis;
}
