import { UnavailableError } from '../../../outcomes/failure.ts';

/**
 * Somebody outside who did not vouch for a checkpoint. It is sealed all the same: an authority that is down must not stop the sealing,
 * and what is missing is recorded by the next seal, which asks again.
 */
export interface Gap {
  readonly code: 'seal/no-timestamp' | 'seal/no-cosignature';
  /** Who was asked. */
  readonly by: string;
  /** The code of the reason. */
  readonly why: string;
}

/** The gap that an unanswered request leaves; anything but that is thrown on. */
export function gapOf(code: Gap['code'], by: string, cause: unknown): Gap {
  if (cause instanceof UnavailableError) return { code, by, why: cause.code };
  throw cause;
}
