import type { Deviation, Landing } from '../report-model.ts';
import { reasonSentence } from './landings.ts';
import { isKind, timeOf, type PlacedRecord, type RecordOf } from './placed-record.ts';

/** Commits on a protected branch that no allowed change explains; those that an exception covers are told with the exceptions. */
export function bypasses(shown: readonly PlacedRecord[], landings: readonly Landing[]): Deviation[] {
  const anchors = new Map([...landings].reverse().map(({ proof, anchor }) => [proof.record, anchor]));
  return shown.filter(isKind('change.bypass')).map((entry) => fromBypass(entry, anchors.get(entry.placed.digest) ?? null));
}

function fromBypass(entry: RecordOf<'change.bypass'>, anchor: string | null): Deviation {
  const { evidence, details } = entry.record;
  const { commit, reason, state, exception, pull_request: number, pushed_by: pushedBy } = details;
  const about = number === null ? `Commit ${commit.slice(0, 12)}` : `Pull request ${number}`;
  return {
    kind: state === 'excepted' ? 'exception-used' : 'bypass',
    title: state === 'excepted' ? `${exception} covers a bypass: ${about}` : `${about} ${SAID[state]}`,
    details: [
      `${reason}: ${reasonSentence(reason)}`,
      `commit ${commit}, tree ${details.tree}`,
      ...(details.expected_tree === null ? [] : [`expected tree ${details.expected_tree}`]),
      ...(pushedBy === null ? [] : [`pushed by ${pushedBy}`]),
    ],
    at: timeOf(entry),
    controls: evidence.control_refs.map((reference) => reference.slice(reference.indexOf('/') + 1)),
    anchor,
  };
}

const SAID = { bypass: 'reached a protected branch past the gate', unverified: 'could not be verified after it landed' } as const;
