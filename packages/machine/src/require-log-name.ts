import { ConfigurationError } from '@proofrail/core/outcomes';
import { isKeyName } from '@proofrail/core/tlog';

const LONGEST = 255; // as long as a trust file lets its origin be

/** A name that checkpoints can carry (C2SP signed-note) and trust files can pin. ConfigurationError `seal/origin`. */
export function requireLogName(origin: string, at: string): void {
  if (isKeyName(origin) && origin.length <= LONGEST) return;
  throw new ConfigurationError('seal/origin', {
    expected: `the name of a log: no spaces, no plus sign, at most ${LONGEST} characters, such as example.org/evidence`,
    found: JSON.stringify(origin),
    at,
    doThis: 'Use a name under a domain of yours; trust files pin it.',
  });
}
