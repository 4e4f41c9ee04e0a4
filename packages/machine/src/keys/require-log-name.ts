import { ConfigurationError } from '@proofrail/core/outcomes';
import { isOrigin } from '@proofrail/core/seal';

/** A name that checkpoints can carry (C2SP signed-note) and trust files can pin. ConfigurationError `seal/origin`. */
export function requireLogName(origin: string, at: string): void {
  if (isOrigin(origin)) return;
  throw new ConfigurationError('seal/origin', {
    expected: 'the name of a log: at most 255 characters, no spaces, no plus sign, such as example.org/evidence',
    found: JSON.stringify(origin.slice(0, 300)),
    at,
    doThis: 'Use a name under a domain of yours; trust files pin it.',
  });
}
