import { createHash, type Hash } from 'node:crypto';
import {
  buildReport,
  countDeviations,
  dayEnding,
  dayStarting,
  reportPieces,
  type ReportModel,
  type ReportSelection,
} from '@proofrail/audit';
import { findControl } from '@proofrail/core/controls';
import { outcomeOf as outcomeOfFinding, type Finding } from '@proofrail/core/ledger';
import type { Verification } from '@proofrail/core/verification';
import { ConfigurationError, worstOutcome, type CheckOutcome } from '@proofrail/core/outcomes';
import { verifyOnAllCores } from '@proofrail/machine';
import { readBundle } from '@proofrail/policies';
import type { Answer } from '../answer.ts';
import type { ReportOptions } from './declare-report.ts';
import { withRole } from '../evidence/with-role.ts';
import { requireStream } from '../ledger/require-stream.ts';
import { replaceFile } from '../replace-file.ts';
import type { Session } from '../session.ts';
import { counted } from '@proofrail/core/text';
import { shown } from '../terminal/shown.ts';
import { openVerifiable } from '../verify/open-verifiable.ts';
import { verificationText } from '../verify/verification-text.ts';
import { verificationJson } from '../verify/verify.ts';
import { waitingText, wantedText } from '../verify/wanted-retention.ts';
import { readRecords } from './read-records.ts';

/** Verifies, arranges and writes the page; ends as `verify` would, and never well when the page has nothing to show. */
export async function writeReport(asked: ReportOptions, session: Session): Promise<Answer> {
  const options = await withRole(asked, session);
  const selection = selectionOf(options);
  const { store, retention, given } = await openVerifiable(options, session);
  const verified = await verifyOnAllCores(store, given);
  await requireStream(store, options.stream, verified);
  if (verified.outcome === 'invalid') throw nothingToReport(options);
  const { trust, attachments } = given;
  const trusted = trust === undefined ? {} : { trust, ...(attachments === undefined ? {} : { attachments }) };
  const records = await readRecords(store, verified, trusted, selection);
  const verification = withFindings(verified, records.findings);
  const how = {
    locked: retention === null ? null : [wantedText(retention), ...waitingText(verification.waiting)].join('; '),
    again: againWith(options),
  };
  const model = buildReport(records, verification, readBundle().manifest, selection, how);
  const digest = createHash('sha256');
  replaceFile(options.out, hashedBy(digest, reportPieces(model)));
  const hex = digest.digest('hex');
  return {
    outcome: outcomeOf(verification.outcome, model),
    json: {
      report: options.out,
      digest: `sha256:${hex}`,
      selection: selectionJson(selection),
      shown: figures(model),
      verification: verificationJson(verification, retention),
    },
    text: (sheet) => [verificationText(verification, retention, sheet), '', summary(model), '', shown(options.out)].join('\n'),
  };
}

/** The page says once what is wrong, whichever reading found it. */
function withFindings(verification: Verification, more: readonly Finding[]): Verification {
  const { outcome, findings } = verification;
  return { ...verification, outcome: worstOutcome([outcome, ...more.map(outcomeOfFinding)]), findings: [...findings, ...more] };
}

function* hashedBy(hash: Hash, pieces: Iterable<string>): Iterable<string> {
  for (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

/** What changes the verification, and so the page, beside what the page names by itself. The registry is whosever verifies. */
const againWith = ({ attachments, days, config }: ReportOptions): [string, string][] => [
  ...(attachments === undefined ? [] : [['--attachments', attachments] as [string, string]]),
  ...(days === undefined ? [] : [['--days', String(days)] as [string, string]]),
  ...(config === undefined ? [] : [['--config', '.proofrail'] as [string, string]]),
];

function selectionOf({ control, stream, from, to }: ReportOptions): ReportSelection {
  if (control !== undefined && findControl(control) === null)
    throw wrong(
      'report/unknown-control',
      'a control such as A.8.32 or CC8.1',
      control,
      '--control',
      '"proofrail controls" prints those that have a rule',
    );
  if (from !== undefined && to !== undefined && from >= to)
    throw wrong(
      'report/period',
      'a period that begins before it ends; a day in --to is included whole, and a time in it is not',
      `${dayStarting(from) ?? iso(from)} to ${dayEnding(to) ?? iso(to)}`,
      '--from and --to',
      'name the earlier of the two as --from',
    );
  return {
    ...(control === undefined ? {} : { control }),
    ...(stream === undefined ? {} : { stream }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

const outcomeOf = (verified: CheckOutcome, { scope }: ReportModel): CheckOutcome =>
  scope.recordsShown === 0 ? worstOutcome(['invalid', verified]) : verified;

function nothingToReport({ ledger }: ReportOptions): ConfigurationError {
  return wrong(
    'report/nothing',
    'a ledger that holds something',
    'nothing',
    ledger,
    'check the URI; a page about nothing would look like a good one',
  );
}

function wrong(code: `report/${string}`, expected: string, found: string, at: string, doThis: string): ConfigurationError {
  return new ConfigurationError(code, { expected, found, at, doThis });
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

const selectionJson = ({ control, from, to }: ReportSelection) => ({
  control: control ?? null,
  from: from === undefined ? null : iso(from),
  to: to === undefined ? null : iso(to),
});

const figures = ({ scope, deviations, changes, images }: ReportModel) => ({
  records: scope.recordsShown,
  deviations: countDeviations(deviations),
  changes: changes.length,
  images: images.length,
});

function summary(model: ReportModel): string {
  const { records, deviations, changes, images } = figures(model);
  if (records === 0)
    return `${model.scope.recordsInLedger === 0 ? 'no record verifies' : 'no record falls into what was asked for'}: the page says so, and this is not a good result`;
  return `${counted(deviations, 'deviation')}, ${counted(changes, 'decision')}, ${counted(images, 'image')} from ${counted(records, 'record')}`;
}
