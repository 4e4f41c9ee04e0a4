import { isSha256, sha256, type Sha256 } from '../canonical/digest.ts';
import type { InputDocument } from '../context/index.ts';
import { Failure } from '../outcomes/index.ts';
import type { CanonicalInput } from './canonical-input.ts';
import type { Decision } from './decision.ts';

const NOTHING = sha256('') as `sha256:${string}` & Sha256;

/**
 * What a decision says about its input, whatever was handed over: a denial of a broken document is recorded like any other. The
 * digest of no bytes stands for what is missing or has no canonical form.
 */
export function describeInput(
  input: InputDocument,
  canonical: CanonicalInput | Failure,
): Pick<Decision, 'evaluatedAt' | 'facts' | 'input' | 'configuration'> {
  const document: Partial<InputDocument> = typeof input === 'object' && input !== null ? input : {};
  const configuration: Partial<InputDocument['configuration']> = document.configuration ?? {};
  return {
    evaluatedAt: Number.isSafeInteger(document.evaluated_at) ? (document.evaluated_at ?? 0) : 0,
    facts: document.facts === 'read' ? 'read' : 'given',
    input: canonical instanceof Failure ? NOTHING : (canonical.digest as typeof NOTHING),
    configuration: {
      controls: digestOr(configuration.controls),
      roles: digestOr(configuration.roles),
      exceptions: digestOr(configuration.exceptions),
    },
  };
}

const digestOr = (given: unknown) => (isSha256(given) ? (given as typeof NOTHING) : NOTHING);
