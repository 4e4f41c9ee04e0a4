import { scansOnTheirWord } from '@proofrail/core/context';
import type { Judgement } from '@proofrail/core/gate';
import { renderReason, type Manifest } from '@proofrail/core/policy';
import type { Gated, GatedChange } from '../run.ts';

/** The decisions as a document for programs: every rule, its reasons as codes and as sentences, its controls, and where the proof lies. */
export function report({ outcome, changes, manifest }: Gated) {
  return { schema: 'proofrail.report/v1', outcome, changes: changes.map((change) => changeReport(change, manifest)) };
}

function changeReport({ verdict, written }: GatedChange, manifest: Manifest) {
  const evidence = written?.decision.receipt ?? null;
  if (verdict.kind === 'fault')
    return { outcome: 'invalid', error: { code: verdict.fault.code, message: verdict.fault.message }, evidence };
  return { ...judgementReport(verdict.judgement, manifest), evidence };
}

function judgementReport({ decision, document, configuration, facts }: Judgement, manifest: Manifest) {
  return {
    outcome: decision.outcome,
    provisional: decision.provisional,
    cause: decision.cause,
    error: decision.error,
    facts: decision.facts,
    change: { repository: facts.repository.id, number: facts.change.number, commit: facts.change.head.commit },
    preset: configuration.preset,
    scans_on_their_word: scansOnTheirWord(document),
    rules: decision.rules.map((rule) => ({
      ...rule,
      reasons: rule.reasons.map((reason) => ({ ...reason, text: renderReason(manifest, rule.id, reason) })),
    })),
    input: decision.input,
    policy: decision.policy,
  };
}
