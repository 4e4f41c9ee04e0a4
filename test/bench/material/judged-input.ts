import { readFacts, type InputDocument } from '@proofrail/core/context';
import { readConfiguration } from '@proofrail/core/controls';
import { judgeChange } from '@proofrail/core/gate';
import { loadPolicy, type Policy } from '@proofrail/core/policy';
import { readReport } from '@proofrail/core/reports';
import { readBundle } from '../../../policies/index.ts';
import type { Change } from '../../e2e/material/change.ts';

export interface JudgedInput {
  readonly document: InputDocument;
  readonly policy: Policy;
}

/** The document that the gate would hand to its rules, and the rules: so that every contender judges the same bytes. */
export async function judgedInput({ configuration, facts, reports }: Change): Promise<JudgedInput> {
  const policy = await loadPolicy(readBundle());
  const files = Object.entries(configuration).map(([name, text]) => [name, Buffer.from(text)] as const);
  const change = {
    facts: readFacts(Buffer.from(JSON.stringify(facts)), 'facts'),
    configuration: readConfiguration(new Map(files), policy.manifest),
    reports: Object.entries(reports).map(([name, text]) => readReport(Buffer.from(text), name)),
    source: 'given' as const,
  };
  const { document, decision } = judgeChange(change, policy, Math.floor(Date.now() / 1000));
  // A denial takes another road through the rules: the figures would be about something else.
  if (decision.outcome !== 'allow') throw new Error(`the bench's change is denied: ${JSON.stringify(decision)}`);
  return { document, policy };
}
