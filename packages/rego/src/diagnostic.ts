/** Where in a source; without `file` the error has no place there (an entrypoint that does not exist, say). Rows and columns start at 1. */
export interface Place {
  readonly file?: string;
  readonly row?: number;
  readonly col?: number;
}

/** One of OPA's errors: `rego_parse_error`, `rego_type_error`, `eval_conflict_error`, … */
export interface Diagnostic extends Place {
  readonly code: string;
  readonly message: string;
  readonly details?: readonly string[];
}

/** The policy cannot be used, and this is why. Any other failure is thrown. */
export interface Rejected {
  readonly kind: 'rejected';
  readonly errors: readonly Diagnostic[];
}
