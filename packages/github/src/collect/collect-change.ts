import { unknown, type FactsDocument } from '@proofrail/core/context';
import type { ChangeReading } from './change-reading.ts';
import type { Told } from './collected.ts';
import type { Collection } from './context.ts';
import { factsOf } from './facts-of.ts';
import { readChange } from './read-change.ts';
import type { WantedChange } from './wanted-change.ts';

/** Head or base moved while they were read: so often everything is read anew before the gate gives up (gate.md row 2). */
const MOST_READINGS = 3;

/**
 * The facts of one pull request. Several calls are no snapshot: head and live tip are read again last, and a change that moved is read
 * anew from the beginning. UnavailableError where GitHub does not say what the change is.
 */
export async function collectChange(wanted: WantedChange, collection: Collection): Promise<Told> {
  for (let readings = 0; ;) {
    const reading = await readChange(wanted, collection);
    if (reading === null) continue; // it waited, which ends by itself, and did not move
    readings += 1;
    const moved = hasMoved(reading, wanted);
    if (moved && readings < MOST_READINGS) continue;
    const facts = await factsOf(reading, wanted, collection);
    return {
      facts: moved ? allMoved(facts) : facts,
      reports: moved ? [] : [...reading.scans.reports, ...reading.analyses],
      configuration: reading.policy.configuration,
      organisation: reading.policy.organisation,
      missing: collection.asker.missing,
    };
  }
}

/**
 * A tip that went on is no matter to what has landed already; nothing else may differ. A change that now points at another branch than
 * its group goes into would be held against what that one asks.
 */
function hasMoved({ again, head }: ChangeReading, { landed, kind, into }: WantedChange): boolean {
  const { pullRequest, tip } = head;
  const { now } = again;
  if (!now.known || now.value.head !== pullRequest.headRefOid || now.value.base !== pullRequest.baseRefName) return true;
  if (into !== null && now.value.base !== into) return true;
  return now.value.tip !== tip && (landed === null || kind === 'merge_group');
}

/** What was read belongs to more than one state of the change. */
function allMoved(facts: FactsDocument): FactsDocument {
  const moved = unknown('moved');
  return {
    ...facts,
    change: { ...facts.change, last_push: moved },
    contributors: moved,
    reviews: moved,
    checks: moved,
    scans: moved,
    images: moved,
    files: moved,
    threads: moved,
    tickets: moved,
  };
}
