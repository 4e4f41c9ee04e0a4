/**
 * How every command and action ends (design §10). `provisional` ends like `allow`, so that a pull request may enter the merge queue that
 * judges it again, and is another word, so that it satisfies nothing that asks for `allow`.
 */
export type Outcome = 'allow' | 'provisional' | 'deny' | 'invalid' | 'unavailable' | 'tampered';

/** How a check ends that judges no change: nothing will judge again what it found. */
export type CheckOutcome = Exclude<Outcome, 'provisional'>;

export type ExitCode = 0 | 1 | 2 | 3 | 4;

const EXIT_CODES: Readonly<Record<Outcome, ExitCode>> = {
  allow: 0,
  provisional: 0,
  deny: 1,
  invalid: 2,
  unavailable: 3,
  tampered: 4,
};

// Tampered evidence outranks everything; a wrong configuration outranks a missing server (decisions.md, Outcomes).
const BY_WEIGHT: readonly Outcome[] = ['allow', 'provisional', 'deny', 'unavailable', 'invalid', 'tampered'];

/** What a process ends with. */
export function exitCode(outcome: Outcome): ExitCode {
  return EXIT_CODES[outcome];
}

/**
 * The one outcome that stands for several. An empty list is `invalid`: nothing checked is never ok (design §11, line 1).
 */
export function worstOutcome<Each extends Outcome>(outcomes: readonly Each[]): Each | 'invalid' {
  if (outcomes.length === 0) return 'invalid';
  const heaviest = outcomes.reduce((most, outcome) => Math.max(most, BY_WEIGHT.indexOf(outcome)), 0);
  return outcomes.find((outcome) => BY_WEIGHT.indexOf(outcome) === heaviest) ?? 'invalid';
}
