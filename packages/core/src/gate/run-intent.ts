import { timestampOf, type ChangeSubject, type CommonInput, type EvidenceKind, type RecordDraft } from '../evidence/index.ts';
import type { PipelineRun } from './origin-of-run.ts';

export interface StartedRun extends PipelineRun {
  /** The platform's word for what started the run. */
  readonly event: string;
}

export interface IntentContext {
  readonly subject: ChangeSubject;
  readonly origin: Omit<CommonInput, 'outcome'>;
  /** UTC milliseconds. */
  readonly at: number;
}

const EXPECTED_KINDS: readonly EvidenceKind[] = ['scan.result', 'change.approval', 'policy.decision'];

// The gate's own job ends after 30 minutes (decisions.md, Facts); a result that is not there by then never comes.
const DEADLINE_MILLISECONDS = 30 * 60 * 1000;

/** Says, before anything is judged, that a result is to be expected: of this run, or of another job of it that decides. */
export function intentOf(
  { repository, run, event }: StartedRun,
  { subject, origin, at }: IntentContext,
): RecordDraft<'run.intent'> {
  return {
    kind: 'run.intent',
    subject,
    evidence: { ...origin, outcome: 'n_a' },
    details: {
      repository: repository.id,
      event: eventWord(event),
      head: subject.commit,
      run: run.id,
      attempt: run.attempt,
      expected_kinds: [...EXPECTED_KINDS],
      deadline: timestampOf(at + DEADLINE_MILLISECONDS),
    },
  };
}

/** Event names are GitHub's, not an outsider's; anything that does not look like one is not written down. */
const eventWord = (event: string): string => (/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(event) ? event : 'unrecognised');
