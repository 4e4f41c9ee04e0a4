/** A line beside the code or on the run's page. All texts may be untrusted: they are escaped on the way out. */
export interface Annotation {
  readonly kind: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  /** Path from the repository's root. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
}
