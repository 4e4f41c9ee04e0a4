/** A refusal as S3 words it: thrown anywhere below an operation, drawn once. */
export class S3Error extends Error {
  readonly status: number;
  readonly code: string;
  /** Further elements of the answer, such as `Condition` or `ArgumentName`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    fields: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.fields = fields;
    this.headers = headers;
  }
}

/** What S3 may well do and the fake does not: the test that met it proves nothing, so the answer is a refusal with a name. */
export class Unmodelled extends S3Error {
  constructor(what: string) {
    super(501, 'NotImplemented', `the fake S3 does not model ${what}`);
  }
}
