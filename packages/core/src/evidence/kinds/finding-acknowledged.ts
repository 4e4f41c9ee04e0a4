import { actor, digest, reasonText, shortWord } from '../words.ts';
import { defineKind } from './kind.ts';

/** Somebody looked at a finding of the ledger's verifier and accepted it. The finding stays in every report (decisions.md, Ledger). */
export const findingAcknowledged = defineKind('finding.acknowledged', {
  finding: digest,
  finding_kind: shortWord,
  reason: reasonText,
  acknowledged_by: actor,
  approved_by: actor,
});
