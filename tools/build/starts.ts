/** Source files that one run loads, sooner or later. */
export type Starts = Readonly<Record<string, readonly string[]>>;

/** The runs that somebody waits for, each with what it always loads a little later. */
export const STARTS: Starts = {
  gate: ['actions/policy-gate/src/main.ts', 'packages/runner/src/platform/index.ts'],
  evidence: ['record-evidence', 'verify-digest', 'archive-sbom'].map((action) => `actions/${action}/src/main.ts`),
  cli: ['packages/cli/src/main.ts', 'packages/cli/src/gate/run-gate.ts'],
  verify: [
    'packages/cli/src/main.ts',
    'packages/cli/src/declare-program.ts',
    'packages/cli/src/verify/verify.ts',
    'packages/cli/src/verify/verify-here.ts',
    'packages/cli/src/verify/read-baseline.ts',
    'packages/core/src/seal/verify/verify-seals.ts',
  ],
  threads: ['verify', 'inspect'].map((thread) => `packages/machine/src/verify/${thread}-worker.ts`),
};

/**
 * The starts that have a file of their own, alone or together; what any others share lies in the file of all. What two of these have in
 * common must be one of them too: only so does no file need another that needs it.
 */
const FILES: readonly (readonly string[])[] = [
  ['gate'],
  ['evidence'],
  ['verify'],
  ['threads'],
  ['gate', 'evidence'],
  ['cli'],
  ['cli', 'verify'],
  ['gate', 'evidence', 'cli'],
  ['evidence', 'verify', 'threads'],
  ['gate', 'evidence', 'verify', 'threads'],
];

/** Whose file holds what `by` load: the fewest starts among whom they all are. Whoever else is among them reads it for nothing. */
export function sharing(by: readonly string[], starts: Starts): readonly string[] {
  const wide = FILES.filter((some) => by.every((start) => some.includes(start)));
  return wide.sort((one, other) => one.length - other.length)[0] ?? Object.keys(starts);
}
