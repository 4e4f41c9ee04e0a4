import { outcomeOf, type Finding } from '@proofrail/core/ledger';
import { UnavailableError } from '@proofrail/core/outcomes';
import type { Verification } from '@proofrail/core/verification';

/** What a second reading of a ledger finds wrong and its verification did not: a page that left it out in silence would look whole. */
export class FoundSince {
  readonly findings: Finding[] = [];
  readonly #named: Set<string>;

  constructor({ findings }: Pick<Verification, 'findings'>) {
    this.#named = new Set(findings.filter((one) => outcomeOf(one) !== 'allow').flatMap((one) => [...placesOf(one), named(one)]));
  }

  /** UnavailableError `ledger/finding` for what could be read before and cannot be now: nothing is known of it. */
  note(one: Finding): void {
    if (outcomeOf(one) === 'unavailable') return this.#requireNamed(one);
    if (this.#named.has(named(one))) return;
    this.#named.add(named(one));
    this.findings.push(one);
  }

  #requireNamed(one: Finding): void {
    if (placesOf(one).some((place) => this.#named.has(place))) return;
    throw new UnavailableError('ledger/finding', {
      expected: 'what could be read when it was verified a moment ago',
      found: `${one.code}: ${one.detail}`,
      at: one.key,
      doThis: 'Run it again: no page was written, as it would lack this.',
    });
  }
}

const named = ({ code, key }: Finding): string => `${code} ${key}`;

/** A record that nobody can vouch for, as the platform's word about its key cannot be read, is told by the key of that word. */
const placesOf = ({ stream, slot, position, key }: Finding): string[] => [
  key,
  ...(position === null ? [] : [`${stream} ${slot} ${position}`]),
];
