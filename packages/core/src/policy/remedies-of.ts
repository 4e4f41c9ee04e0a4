import { UNKNOWN_REASONS, type UnknownReason } from '../context/index.ts';
import type { RuleResult } from './decision.ts';
import type { Manifest, ManifestRule } from './manifest.ts';
import type { Reason } from './rule-answer.ts';

/** What makes a fact readable; null: what the rule itself asks for. */
const OF_FACTS: Readonly<Record<UnknownReason, string | null>> = {
  absent: null,
  forbidden:
    'Grant the permission that the gate names as missing, and run it again. Where it names none, a private fork does not show what was asked for: push the branch to this repository, and open the change from there.',
  truncated: 'Split the change: it is larger than the platform shows, and what nobody saw cannot be judged.',
  moved: 'Run the gate again: the change moved while it was read.',
  producer: null,
  pending: 'Wait for what still runs, and run the gate again.',
  stale:
    'Run the gate again, unless what is judged stands on the branch already: a merge group that has landed needs no decision any more, and a branch that was set back brings nothing new.',
  unusable: null,
};

/** Where the registry says what is awaited: it may be misspelt there. */
const OF_NAMED =
  'Wait for what still runs, and run the gate again. What is named here and never comes has another name in .proofrail/, or its workflow does not run on this event: correct that.';
const OF_REPORTS =
  'Let the scanner deliver its whole report on the newest commit, from the workflow that .proofrail/ names for it.';
const OF_REPORTS_BESIDE =
  'Close the other pull request of this head, or list its base under protected_branches if nothing comes to it unreviewed; then push a commit, so that the scanner runs again.';
const REPORTS = '/scans';
const OF_FAULTS =
  'Run the gate again, on a released version unchanged; if asking the rule fails again, report that with the stored input.';
const OF_FILES =
  'Make each file that is named readable: valid YAML or JSON in UTF-8, a template rendered, a link replaced by what it leads to. A file that deploys nothing may have another name: .yaml, .yml, .json, .tf and .tfvars are looked at.';

/**
 * What to do about a rule, in whole sentences, at least one. That is what its author wrote, for this reason or for any, except where
 * facts could not be read: nobody mends findings that nobody saw.
 */
export function remediesOf({ id, status, reasons }: Pick<RuleResult, 'id' | 'status' | 'reasons'>, manifest: Manifest): string[] {
  const rule = manifest.rules.find((each) => each.id === id);
  const own = rule?.remediation ?? id;
  const ofReason = (reason: Reason): string | null =>
    status === 'unknown' ? remedyOf(reason) : remedyFor(reason, rule?.remedies ?? {});
  return reasons.length === 0 ? [own] : [...new Set(reasons.map((reason) => ofReason(reason) ?? own))];
}

const remedyFor = ({ code }: Reason, remedies: ManifestRule['remedies']): string | null =>
  Object.hasOwn(remedies, code) ? (remedies[code] ?? null) : null;

function remedyOf({ code, params: { fact, why, of } }: Reason): string | null {
  if (code === 'unreadable-file') return OF_FILES;
  if (code === 'faulted') return OF_FAULTS;
  const known = UNKNOWN_REASONS.find((reason) => reason === why);
  if (known === undefined) return null;
  if (known === 'pending' && of !== undefined) return OF_NAMED;
  if (!String(fact).startsWith(REPORTS)) return OF_FACTS[known];
  // Of one report the reader says so; of all of them the collector, which knows no other cause.
  if (known === 'producer' && fact === REPORTS) return OF_REPORTS_BESIDE;
  return OF_FACTS[known] === null || known === 'truncated' ? OF_REPORTS : OF_FACTS[known];
}
