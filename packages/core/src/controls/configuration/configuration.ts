import type { Sha256 } from '../../canonical/digest.ts';
import type { ControlRegistry } from '../registry/control-registry.ts';
import type { Exception } from '../../exceptions/exception.ts';
import type { UnreadableException } from '../../exceptions/unreadable-exception.ts';
import type { KnownRules } from '../registry/known-rules.ts';
import type { Roles } from '../files/roles.ts';
import type { Sources } from '../files/sources-file.ts';
import type { Assignment } from '../files/triage.ts';

/** Everything that `.proofrail/` says, checked and resolved. */
export interface Configuration extends Omit<ControlRegistry, 'mentionedRoles' | 'exceptionRoles'>, Roles {
  readonly exceptions: readonly Exception[];
  readonly unreadableExceptions: readonly UnreadableException[];
  /** Numeric ids of those who may accept a risk. */
  readonly exceptionApprovers: readonly string[];
  /** The rules of the bundle that this configuration was checked against, and `merges.bypass`: exceptions are judged by them. */
  readonly rules: KnownRules['rules'];
  readonly triage: readonly Assignment[];
  readonly sources: Sources;
  /** Of what the files say, not of how they are written: see `configuration-digest.ts`. */
  readonly digests: { readonly controls: Sha256; readonly roles: Sha256; readonly exceptions: Sha256 };
}
