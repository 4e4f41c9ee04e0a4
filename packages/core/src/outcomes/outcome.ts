/** How every command and action ends (design §10). */
export type Outcome = 'allow' | 'deny' | 'invalid' | 'unavailable' | 'tampered';

export type ExitCode = 0 | 1 | 2 | 3 | 4;

const EXIT_CODES: Readonly<Record<Outcome, ExitCode>> = { allow: 0, deny: 1, invalid: 2, unavailable: 3, tampered: 4 };

// Tampered evidence outranks everything; a wrong configuration outranks a missing server (decisions.md, Outcomes).
const BY_WEIGHT: readonly Outcome[] = ['allow', 'deny', 'unavailable', 'invalid', 'tampered'];

export function exitCode(outcome: Outcome): ExitCode {
  return EXIT_CODES[outcome];
}

/**
 * The one outcome that stands for several. An empty list is `invalid`: nothing checked is never ok (design §11, line 1).
 */
export function worstOutcome(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.length === 0) return 'invalid';
  const weight = Math.max(...outcomes.map((outcome) => BY_WEIGHT.indexOf(outcome)));
  return BY_WEIGHT[weight] ?? 'invalid';
}
