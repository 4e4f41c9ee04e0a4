import { KmsError, UnmodelledKms } from './kms-error.ts';

/** The JSON of one request. */
export class KmsInput {
  readonly #members: Readonly<Record<string, unknown>>;

  constructor(bytes: Buffer) {
    try {
      this.#members = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
    } catch {
      throw new KmsError('SerializationException', 'the body is no JSON');
    }
  }

  /** A member that nobody looks at would change the meaning at AWS and nothing here. */
  knowsOnly(names: readonly string[]): void {
    const other = Object.keys(this.#members).find((name) => !names.includes(name));
    if (other !== undefined) throw new UnmodelledKms(`the member ${other}`);
  }

  text(name: string): string {
    const value = this.optionalText(name);
    if (value !== undefined) return value;
    throw new KmsError('ValidationException', `1 validation error detected: Value at '${name}' failed to satisfy constraint: Member must not be null`); // prettier-ignore
  }

  optionalText(name: string): string | undefined {
    const value = this.#members[name];
    if (value === undefined || typeof value === 'string') return value;
    throw new KmsError('SerializationException', `${name} is no text`);
  }
}
