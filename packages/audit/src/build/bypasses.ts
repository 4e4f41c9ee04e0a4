import { BYPASS_REASONS, UNVERIFIED_REASONS } from '@proofrail/core/merges';
import type { Deviation } from '../report-model.ts';
import { isKind, timeOf, type PlacedRecord, type RecordOf } from './placed-record.ts';

/** Commits on a protected branch that no allowed change explains; those that an exception covers are told with the exceptions. */
export function bypasses(shown: readonly PlacedRecord[]): Deviation[] {
  return shown.filter(isKind('change.bypass')).map(fromBypass);
}

function fromBypass(entry: RecordOf<'change.bypass'>): Deviation {
  const { evidence, details } = entry.record;
  const { commit, reason, state, exception, pull_request: number, pushed_by: pushedBy } = details;
  const about = number === null ? `Commit ${commit.slice(0, 12)}` : `Pull request ${number}`;
  return {
    kind: state === 'excepted' ? 'exception-used' : 'bypass',
    title: state === 'excepted' ? `${exception} covers a bypass: ${about}` : `${about} ${SAID[state]}`,
    details: [
      `${reason}: ${sentences.get(reason) ?? 'a reason of an older or newer version'}`,
      `commit ${commit}, tree ${details.tree}`,
      ...(details.expected_tree === null ? [] : [`expected tree ${details.expected_tree}`]),
      ...(pushedBy === null ? [] : [`pushed by ${pushedBy}`]),
    ],
    at: timeOf(entry),
    controls: evidence.control_refs.map((reference) => reference.slice(reference.indexOf('/') + 1)),
    anchor: null,
  };
}

const SAID = { bypass: 'reached a protected branch past the gate', unverified: 'could not be verified after it landed' } as const;

const sentences: ReadonlyMap<string, string> = new Map(Object.entries({ ...BYPASS_REASONS, ...UNVERIFIED_REASONS }));
