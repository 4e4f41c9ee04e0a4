import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readFacts } from '@proofrail/core/context';
import type { UnjudgedChange } from '@proofrail/core/gate';
import type { Outcome } from '@proofrail/core/outcomes';
import { loadPolicy } from '@proofrail/core/policy';
import { MOST_BYTES, readBoundedFile, readProofrailFolder, systemClock } from '@proofrail/machine';
import { readBundle } from '@proofrail/policies';
import { annotate, keepFile, runContext, uploadArtifact, writeOutputs, writeSummary } from '@proofrail/runner';
import { annotations } from './annotations.ts';
import { decide } from './decide.ts';
import { decidedSummary } from './decided-summary.ts';
import type { Inputs } from './inputs.ts';

/** The job that decides: no ledger, no key, nothing written but an artifact of its own run. */
export async function decideAlone(inputs: Inputs): Promise<Outcome> {
  const policy = loadPolicy(readBundle());
  const { run } = runContext(process.env);
  const { outcome, verdicts, outputs } = await decide([changeIn(inputs)], {
    clock: systemClock,
    policy,
    handOn: (files) => uploadArtifact(`proofrail-decision-${run.attempt}`, written(files)),
  });
  for (const verdict of verdicts)
    annotate(
      verdict.kind === 'judged'
        ? annotations({ judgement: verdict.judgement, manifest: policy.manifest })
        : [{ kind: 'error', title: verdict.fault.code, message: verdict.fault.message }],
    );
  await writeSummary(decidedSummary(verdicts, policy.manifest));
  writeOutputs(outputs);
  return outcome;
}

function changeIn({ facts, config, reports }: Inputs): UnjudgedChange {
  return {
    facts: readFacts(readBoundedFile(facts, { most: MOST_BYTES.facts }), facts),
    source: 'given',
    configuration: readProofrailFolder(config),
    reports: reports.map((file) => readBoundedFile(file, { most: MOST_BYTES.report })),
  };
}

function written(files: Parameters<Parameters<typeof decide>[1]['handOn']>[0]): string[] {
  const [first, ...others] = files;
  if (first === undefined) return [];
  const file = keepFile(first.name, first.bytes);
  const folder = path.dirname(file);
  return [file, ...others.map(({ name, bytes }) => beside(folder, name, bytes))];
}

function beside(folder: string, name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}
