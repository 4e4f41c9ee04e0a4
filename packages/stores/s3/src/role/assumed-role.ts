import { assumeRole, type RoleRequest } from './assume-role.ts';
import type { TemporaryCredentials } from './read-sts-answer.ts';

/** The SDK asks again when less than this is left, too. */
const RENEWED_BEFORE = 300_000; // milliseconds

/** A role for as long as a run lasts: asked for when the first bucket needs it, once for all of them, and again before it runs out. */
export class AssumedRole {
  readonly #request: RoleRequest;
  readonly #now: () => number;
  #current: Promise<TemporaryCredentials> | null = null;
  #until = 0; // UTC milliseconds

  constructor(request: RoleRequest, now: () => number = Date.now) {
    this.#request = request;
    this.#now = now;
  }

  /** As the SDK takes it. What `assumeRole` throws. */
  readonly credentials = async (): Promise<TemporaryCredentials> => {
    if (this.#current === null || this.#until - this.#now() < RENEWED_BEFORE) this.#current = this.#renew();
    return this.#current;
  };

  async #renew(): Promise<TemporaryCredentials> {
    this.#until = Number.POSITIVE_INFINITY; // whoever asks meanwhile waits for the same answer
    try {
      const credentials = await assumeRole(this.#request);
      this.#until = credentials.expiration.getTime();
      return credentials;
    } catch (cause) {
      this.#until = 0;
      throw cause;
    }
  }
}
