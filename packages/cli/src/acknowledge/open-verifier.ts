import type { ConfigurationError } from '@proofrail/core/outcomes';
import type { AcknowledgeOptions } from './declare-acknowledge.ts';
import { missingOption } from '../options/missing-option.ts';
import type { TrailOptions } from '../options/trail-options.ts';
import type { Session } from '../session.ts';
import type { Verifier } from './verifier.ts';

/** Passed over in silence, each would let somebody believe that a trail was looked at. */
const OF_TRAILS = ['account', 'publicKeys', 'trailBucket', 'trailPrefix', 'ledgerBucket', 'kmsKey', 'since', 'until'] as const;

/** With `--trail` the verifier of trails, which is loaded for nobody else. ConfigurationError for inputs that cannot be used. */
export async function openVerifier(options: Omit<AcknowledgeOptions, 'stream'>, session: Session): Promise<Verifier> {
  const trail = trailIn(options);
  if (trail !== null) return (await import('./trail-verifier.ts')).trailVerifier({ ...options, ...trail }, session);
  return (await import('./ledger-verifier.ts')).ledgerVerifier(options, session);
}

function trailIn(options: Partial<TrailOptions>): Pick<TrailOptions, 'trail' | 'account' | 'publicKeys'> | null {
  const { trail, account, publicKeys } = options;
  if (trail === undefined) {
    if (OF_TRAILS.some((name) => options[name] !== undefined)) throw missing('--trail beside what is said about a trail');
    return null;
  }
  if (account === undefined) throw missing('--account beside --trail');
  if (publicKeys === undefined) throw missing('--public-keys beside --trail');
  return { trail, account, publicKeys };
}

const missing = (expected: string): ConfigurationError =>
  missingOption(expected, 'nothing', 'run "proofrail acknowledge --help"');
