import type { TrailEvent, TrailFinding, TrailVerification } from '@proofrail/audit/cloudtrail';
import type { Page } from '../answer.ts';
import { counted } from '@proofrail/core/text';
import { shown } from '../terminal/shown.ts';
import type { Style } from '../terminal/style.ts';
import { table, type Cell } from '../terminal/table.ts';
import { trustLine } from '../evidence/trust-line.ts';
import type { CloudTrailCheck } from './cloudtrail-check.ts';
import { trailFindingText } from './trail-finding-text.ts';

/** Whose trail and which ledger, what was held against what, every finding and attempt, then the one word that counts. */
export function cloudTrailText({ scope, location, ledger, trust, verification }: CloudTrailCheck, page: Page): string {
  const { style } = page;
  const width = page.columns === undefined ? {} : { columns: page.columns };
  const { trail, writes, attempts, lengthened, explained, findings } = verification;
  const head = table(
    [
      ['ledger', shown(`${ledger} (s3://${location.bucket}/${location.prefix}, ${location.region})`)],
      ['trail', shown(`s3://${scope.bucket}/${scope.prefix}, account ${scope.account}`)],
      ['covered', trail.covered === null ? 'nothing' : `${iso(trail.covered.from)} to ${iso(trail.covered.to)}`],
      ['files', filesLine(trail)],
      ['writes', `${writes.matched} of ${counted(writes.objects, 'object')} were seen to be written`],
      ...(writes.undated === 0 ? [] : [['', `${counted(writes.undated, 'object')} of unknown time were not`]]),
      ...(writes.outside === 0 ? [] : [['', `${counted(writes.outside, 'object')} of another time than was covered`]]),
      ...(lengthened === 0 ? [] : [['locks', `${counted(lengthened, 'lock')} ${lengthened === 1 ? 'was' : 'were'} lengthened`]]),
      ...(explained === 0 ? [] : [['keys', `${counted(explained, 'change')} explained by records of kind key.event`]]),
    ],
    width,
  );
  const found = table(
    findings.flatMap((finding) => findingRows(finding, style)),
    width,
  );
  const refused = table(
    attempts.map((event) => attemptRow(event, style)),
    width,
  );
  return [`${trustLine(trust)}\n${head}`, found, refused, conclusion(verification, style)]
    .filter((block) => block !== '')
    .join('\n\n');
}

function filesLine({ digests, logs, events, chains, notListed }: TrailVerification['trail']): string {
  const regions = new Set(chains.map(({ region }) => region)).size;
  const left = notListed === 0 ? '' : `; ${counted(notListed, 'log file')} outside of every digest, not read`;
  return `${counted(digests, 'digest')} and ${counted(logs, 'log file')} of ${counted(regions, 'region')}, ${counted(events, 'event')}${left}`;
}

function findingRows(finding: TrailFinding, style: Style): (Cell | string)[][] {
  const { kind, code, digest, acknowledged } = finding;
  const accepted = acknowledged === null ? '' : ` Acknowledged: ${acknowledged.reason}`;
  return [
    [{ text: kind, look: style.bad }, code],
    ['', shown(`${trailFindingText(finding)}${accepted}`)],
    [{ text: 'finding', look: style.quiet }, digest],
  ];
}

const attemptRow = ({ name, by, time, error, id }: TrailEvent, style: Style): (Cell | string)[] => [
  { text: 'attempt', look: style.caution },
  shown(name),
  shown(`refused (${error ?? ''}): ${by}, ${iso(time)}, event ${id}`),
];

function conclusion(verification: TrailVerification, style: Style): string {
  switch (verification.outcome) {
    case 'allow':
      return style.good('verified: the trail is whole, and everything in it stands in the ledger');
    case 'tampered':
      return style.bad('tampered: the trail is not whole, or AWS saw what the ledger does not say');
    case 'unavailable':
      return style.bad('unavailable: part of the trail could not be read, so nothing is said about it');
    case 'invalid':
      return style.bad(`nothing to verify: ${whatIsMissing(verification)}, and that is never ok`);
    case 'deny':
      return style.bad('failed');
  }
}

function whatIsMissing({ trail }: TrailVerification): string {
  if (trail.digests === 0) return 'no digest file of this trail';
  if (trail.covered === null) return 'no time of the period is covered, because what AWS saw is known an hour after it happened';
  return 'no object of a ledger lies there';
}

const iso = (time: number): string => new Date(time).toISOString();
