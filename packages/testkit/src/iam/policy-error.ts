/** A policy that nobody here evaluates whole. Whoever met it proves nothing: it never counts as a condition that holds, nor as one that does not. */
export class PolicyError extends Error {
  /** `malformed`: AWS would refuse it too; `unmodelled`: AWS may well know it. */
  readonly kind: 'malformed' | 'unmodelled';

  constructor(kind: 'malformed' | 'unmodelled', message: string) {
    super(message);
    this.kind = kind;
  }
}
