/** A refusal as KMS words it: thrown anywhere below an operation, drawn once. */
export class KmsError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** What KMS may well do and the fake does not: the test that met it proves nothing, so the answer is a refusal with a name. */
export class UnmodelledKms extends KmsError {
  constructor(what: string) {
    super('UnknownOperationException', `the fake KMS does not model ${what}`, 501);
  }
}
