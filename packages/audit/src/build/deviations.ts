import { firstOfEach, placeOf, type Finding, type MoreFindings } from '@proofrail/core/ledger';
import type { Verification } from '@proofrail/core/verification';
import { isBroken } from '@proofrail/core/policy';
import type { Writer } from '../proof-model.ts';
import type { Change, Deviation, Landing } from '../report-model.ts';
import { bypasses } from './bypasses.ts';
import type { ChangeEntry } from './changes.ts';
import { missingResults } from './missing-results.ts';
import { isKind, timeOf, type PlacedRecord, type RecordOf } from './placed-record.ts';
import { unsignedByPlatform } from './unsigned-by-platform.ts';

const GRAVEST_FIRST: readonly Deviation['kind'][] = [
  'verification',
  'bypass',
  'error',
  'denied',
  'deployment',
  'exception-expired',
  'missing-result',
  'exception-used',
  'warned',
  'unsigned-by-platform',
  'unrecognised',
  'facts-given',
];

export interface DeviationSources {
  readonly verification: Verification;
  readonly changes: readonly ChangeEntry[];
  readonly landings: readonly Landing[];
  readonly writers: readonly Writer[];
  readonly shown: readonly PlacedRecord[];
  readonly all: readonly PlacedRecord[];
  /** Until when silence is looked at: UTC milliseconds. */
  readonly until: number;
}

/** Everything that an auditor should ask about, the gravest kind first and by time within it. */
export function deviationsOf({ verification, changes, landings, writers, shown, all, until }: DeviationSources): Deviation[] {
  const { shown: first, more } = firstOfEach(verification.findings.filter(isGrave));
  const found = [
    ...first.map(fromFinding),
    ...more.map(moreOfACode),
    ...changes.flatMap(({ change }) => doubted(change, change.title, change.decidedAt)),
    ...landings.flatMap((landing) => doubted(landing, `Commit ${landing.commit.slice(0, 12)}`, landing.at)),
    ...bypasses(shown, landings),
    ...changes.flatMap(fromChange),
    ...shown.filter(isKind('deployment')).flatMap(fromDeployment),
    ...missingResults(shown, all, until),
    ...unsignedByPlatform(writers),
    ...unrecognised(shown),
    ...factsGiven(shown),
  ];
  const rank = (deviation: Deviation): number => GRAVEST_FIRST.indexOf(deviation.kind);
  return found.sort((a, b) => rank(a) - rank(b) || (a.at ?? Infinity) - (b.at ?? Infinity));
}

/** What crashes leave behind, and the next writer mends, is told with the stream; a missing result is a deviation of its own. */
const isGrave = ({ kind }: Finding): boolean => kind !== 'pending' && kind !== 'duplicate' && kind !== 'unanswered';

function fromFinding(finding: Finding): Deviation {
  const { kind, key, detail, acknowledged } = finding;
  return {
    kind: 'verification',
    title: `${kind}: ${placeOf(finding)}`,
    details: [detail, key, ...(acknowledged === null ? [] : [`acknowledged: ${acknowledged.reason}`])],
    at: null,
    controls: [],
    anchor: null,
  };
}

const moreOfACode = ({ kind, code, count }: MoreFindings): Deviation => ({
  kind: 'verification',
  title: `${kind}: ${count} more of ${code}`,
  details: ['"proofrail verify --json" lists every one'],
  at: null,
  controls: [],
  anchor: null,
  standsFor: count,
});

function doubted({ doubts, anchor }: Pick<Change, 'doubts' | 'anchor'>, title: string, at: number): Deviation[] {
  if (doubts.length === 0) return [];
  const details = doubts.map((digest) => `record ${digest}`);
  return [{ kind: 'verification', title: `${title}: rests on what does not verify`, details, at, controls: [], anchor }];
}

function fromChange({ change, decided }: ChangeEntry): Deviation[] {
  const about = { at: change.decidedAt, anchor: change.anchor };
  const broken = change.rules.filter(({ status }) => isBroken(status));
  const inTheWay = broken.filter(({ mode }) => mode === 'enforce');
  const letBy = broken.filter(({ mode }) => mode !== 'enforce');
  const expired = change.rules.filter(({ id, status }) => id === 'exceptions.validity' && status === 'fail');
  return [
    ...(change.outcome === 'deny'
      ? [
          {
            ...about,
            kind: change.cause === 'error' ? ('error' as const) : ('denied' as const),
            title: change.title,
            ...said(inTheWay, change.error),
          },
        ]
      : []),
    ...(expired.length === 0
      ? []
      : [
          { ...about, kind: 'exception-expired' as const, title: `${change.title}: an exception did not hold`, ...said(expired) },
        ]),
    ...(letBy.length === 0
      ? []
      : [{ ...about, kind: 'warned' as const, title: `${change.title}: failed, and did not stand in the way`, ...said(letBy) }]),
    ...decided.record.details.waivers.map(({ exception, rule, days_left: days }) => ({
      ...about,
      kind: 'exception-used' as const,
      title: `${exception} waives ${rule}`,
      details: [`used for ${change.title}; ${days} ${days === 1 ? 'day was' : 'days were'} left`],
      controls: change.rules.find(({ id }) => id === rule)?.controls ?? [],
    })),
  ];
}

function said(rules: Change['rules'], error: string | null = null): Pick<Deviation, 'details' | 'controls'> {
  return {
    details: [
      ...(error === null ? [] : [error]),
      ...rules.flatMap(({ id, status, reasons }) => (reasons.length === 0 ? [status] : reasons).map((why) => `${id}: ${why}`)),
    ],
    controls: [...new Set(rules.flatMap(({ controls }) => controls))],
  };
}

function fromDeployment(entry: RecordOf<'deployment'>): Deviation[] {
  const { environment, digest, status } = entry.record.details;
  if (status !== 'refused' && status !== 'failed' && status !== 'cancelled') return [];
  return [
    {
      kind: status === 'refused' ? 'denied' : 'deployment', // what failed was stopped by no control
      title: `Deployment to ${environment} ${status}`,
      details: [digest],
      at: timeOf(entry),
      controls: [],
      anchor: null,
    },
  ];
}

function unrecognised(shown: readonly PlacedRecord[]): Deviation[] {
  const records = shown.filter(isKind('unrecognised'));
  if (records.length === 0) return [];
  const details = [...new Set(records.map(({ record }) => record.predicateType))];
  const title = `${records.length} ${records.length === 1 ? 'record' : 'records'} of a kind that this version cannot read`;
  return [{ kind: 'unrecognised', title, details, at: null, controls: [], anchor: null }];
}

function factsGiven(shown: readonly PlacedRecord[]): Deviation[] {
  const given = shown.filter(({ record }) => record.kind !== 'unrecognised' && record.evidence.facts === 'given').length;
  if (given === 0) return [];
  const title = `${given} ${given === 1 ? 'record rests' : 'records rest'} on facts that were handed over in a file`;
  return [
    {
      kind: 'facts-given',
      title,
      details: ['facts given, not read: nobody asked the platform itself whether they are true'],
      at: null,
      controls: [],
      anchor: null,
    },
  ];
}
