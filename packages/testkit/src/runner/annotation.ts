export interface Annotation {
  readonly kind: 'error' | 'warning' | 'notice';
  /** As the platform keeps it: cut after 4,096 characters (actions/runner, ExecutionContext.cs). */
  readonly message: string;
  readonly title: string | null;
  readonly file: string | null;
  readonly line: number | null;
}
