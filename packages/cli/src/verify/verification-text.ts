import {
  FINDING_KINDS,
  firstOfEach,
  outcomeOf,
  placeOf,
  trustText,
  type Finding,
  type MoreFindings,
  type StreamVerification,
} from '@proofrail/core/ledger';
import { isOnlyShort, type Verification } from '@proofrail/core/verification';
import type { Page } from '../answer.ts';
import { counted, momentText } from '@proofrail/core/text';
import { shown } from '../terminal/shown.ts';
import type { Style } from '../terminal/style.ts';
import { table, type Cell } from '../terminal/table.ts';
import { attachmentLines } from './attachment-lines.ts';
import { platformLines } from './platform-lines.ts';
import { sealAgeLine } from './seal-age-line.ts';
import { trustLine } from '../evidence/trust-line.ts';
import { waitingText, wantedText, type WantedRetention } from './wanted-retention.ts';

/** Trust first, then what each stream holds, then every finding with its place, then the one word that counts. */
export function verificationText(verification: Verification, retention: WantedRetention | null, page: Page): string {
  const { style } = page;
  const width = page.columns === undefined ? {} : { columns: page.columns };
  const head = table(
    [
      ['ledger', `${shown(verification.ledger)} (assurance: ${verification.assurance})`],
      ...(verification.since === null
        ? []
        : [['since', `checkpoint ${verification.since}: what it covers was not read again, nor any pointer`]]),
      ['order', shown(verification.order)],
      ...(retention === null
        ? []
        : [['locked', wantedText(retention)], ...waitingText(verification.waiting).map((text) => ['', text])]),
      ...(verification.receipts === 0 ? [] : [['receipts', `${verification.receipts} held against the ledger`]]),
    ],
    width,
  );
  const streams = verification.streams.flatMap((stream) => [
    [`stream ${stream.stream}`, streamLine(stream)],
    ...[...platformLines(stream.platform), ...attachmentLines(stream.attachments)].map((line) => ['', shown(line)]),
  ]);
  const { shown: first, more } = firstOfEach(verification.findings);
  const findings = [...first.flatMap((finding) => findingRows(finding, style)), ...more.map(moreRow)];
  const blocks = [
    `${table([[trustLine(trustText(verification.trust))]], width)}\n${head}`,
    table(streams, width),
    table(findings, width),
    conclusion(verification, style),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function streamLine(stream: StreamVerification): string {
  const records =
    stream.verified > 0 || stream.consistent === 0
      ? `${counted(stream.verified, 'record')} verified`
      : `${counted(stream.consistent, 'record')} consistent`;
  const adopted = stream.adopted.count === 0 ? [] : [`${stream.adopted.count} adopted`];
  const others = FINDING_KINDS.filter((kind) => stream[kind] > 0).map((kind) => `${stream[kind]} ${kind}`);
  const blobs = stream.blobs === 0 ? [] : [counted(stream.blobs, 'blob')];
  const pointers = (stream.pointers ?? 0) === 0 ? [] : [counted(stream.pointers ?? 0, 'pointer')];
  const newest = stream.newest === null ? [] : [`newest ${momentText(Date.parse(stream.newest))}`];
  return [counted(stream.slots, 'slot'), records, ...adopted, ...blobs, ...pointers, ...others, ...newest].join(', ');
}

/** One below the other, as places and digests are wide. The code is what the documentation lists, the digest what "acknowledge" takes. */
function findingRows(finding: Finding, style: Style): (Cell | string)[][] {
  const { kind, code, key, detail, digest, acknowledged } = finding;
  const accepted = acknowledged === null ? '' : ` Acknowledged: ${acknowledged.reason}`;
  return [
    [{ text: kind, look: outcomeOf(finding) === 'allow' ? style.caution : style.bad }, shown(placeOf(finding))],
    ['', shown(`${detail}${accepted}`)],
    [{ text: 'object', look: style.quiet }, shown(key)],
    [{ text: 'code', look: style.quiet }, code],
    [{ text: 'finding', look: style.quiet }, digest],
  ];
}

const moreRow = ({ kind, code, count }: MoreFindings): string[] => [kind, `${count} more of ${code}: --json lists every one`];

const isUnread = ({ slots, verified, pending }: StreamVerification): boolean => slots + verified + pending === 0;

/** Nothing is there of a stream, and nothing else is wrong with it: an emptied folder, or more often a path that was mistyped. */
const isGone = (stream: StreamVerification): boolean =>
  isUnread(stream) && stream.blobs === 0 && FINDING_KINDS.every((kind) => kind === 'missing' || stream[kind] === 0);

/** Of nothing that anybody vouches for is there a trace. A trust file that names a key of the log alone misses a seal, and no stream. */
const isElsewhere = ({ since, streams, seal, findings }: Verification): boolean =>
  since === null &&
  streams.every(isGone) &&
  (streams.length > 0 || (seal.state === 'none' && findings.every(({ kind }) => kind === 'missing')));

const NOT_THE_PLACE = 'tampered: nothing lies here of what the trust file or a receipt names; is this the place?';
const TOO_SHORT =
  'not locked as asked: nothing is altered or missing, but what is listed above can be removed before the days that are asked for are over';

function whyTampered(verification: Verification): string {
  if (isElsewhere(verification)) return NOT_THE_PLACE;
  return isOnlyShort(verification.findings) ? TOO_SHORT : 'tampered: this ledger is not what was written to it';
}

function conclusion(verification: Verification, style: Style): string {
  const { outcome, trust, since, streams } = verification;
  switch (outcome) {
    case 'allow':
      if (since !== null && streams.every(isUnread))
        return `${style.good('nothing came')} after checkpoint ${since}, from which the log goes on; nothing was read, and nothing before it again`;
      return trust.kind === 'none'
        ? `${style.caution('consistent')}: nothing contradicts itself; without a trust file nobody vouches for the signatures`
        : style.good('verified');
    case 'tampered':
      return style.bad(sealAgeLine(verification) ?? whyTampered(verification));
    case 'unavailable':
      return style.bad('unavailable: part of the ledger could not be read, so nothing is said about it');
    case 'invalid':
      return style.bad('nothing to verify: nothing lies there, and that is never ok');
    case 'deny':
      return style.bad('failed');
  }
}
