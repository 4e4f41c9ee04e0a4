/** A workflow command as the runner understood one line of standard output. */
export interface Command {
  /** As written; the runner compares names without regard to case. */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}
