import { isSha256, sha256 } from '@proofrail/core/canonical';
import { timestampOf } from '@proofrail/core/evidence';
import { recordKeyEvent as leaveEvidence, type KeyEvent, type KeyName } from '@proofrail/core/gate';
import { isPullRequestStream } from '@proofrail/core/ledger';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { KeyId } from '@proofrail/core/ports';
import type { Answer } from '../answer.ts';
import type { KeyEventOptions } from './declare-record.ts';
import { localOrigin } from '../evidence/local-origin.ts';
import { openEvidence } from '../evidence/open-evidence.ts';
import { recordedAs } from '../evidence/recorded.ts';
import { recordedLines } from '../evidence/recorded-lines.ts';
import { saveReceipt } from '../evidence/save-receipt.ts';
import { streamFor } from '../evidence/stream-for.ts';
import { withRole } from '../evidence/with-role.ts';
import { kmsKeyName } from '../options/kms-key-name.ts';
import type { Session } from '../session.ts';
import { table } from '../terminal/table.ts';

/** Says what became of a key. Everything that was handed over is checked before the ledger is touched. */
export async function recordKeyEvent(asked: KeyEventOptions, session: Session): Promise<Answer> {
  const options = await withRole(asked, session);
  const { clock } = session;
  const key = keyNamed(options);
  const what = eventIn(options, key, clock.now());
  const desk = await openEvidence(options, session);
  const stream = await streamFor(options.stream, desk.store);
  if (isPullRequestStream(stream)) throw refused('--stream', 'a stream that "cloudtrail verify" reads', stream);
  const written = await leaveEvidence(
    { key, what, reason: options.reason ?? null, origin: localOrigin(desk.product), at: clock.now() },
    desk.log(stream),
  );
  const kmsKey = key.kmsArn === null ? null : sha256(key.kmsArn);
  const recorded = recordedAs([written], desk.madeKey);
  saveReceipt(recorded.receipt, options.saveReceipt);
  return {
    outcome: 'allow',
    json: { key_id: key.id, kms_key: kmsKey, event: what.event, recorded },
    text: ({ style }) =>
      table([['key', `${key.id ?? key.kmsArn}: ${what.event}`], ...recordedLines(recorded)].map(([name = '', text = '']) => [{ text: name, look: style.quiet }, text])), // prettier-ignore
  };
}

/** What is left out or too much would make the history say something else than its author meant. */
function eventIn({ event, successor, compromisedFrom }: KeyEventOptions, key: KeyName, now: number): KeyEvent {
  const next = successor === undefined ? null : keyId(successor, '--successor');
  if (next !== null && next === key.id) throw refused('--successor', 'another key', 'the same one');
  if (event === 'compromised') {
    if (compromisedFrom === undefined)
      throw refused('--compromised-from', 'the time from which the key counts as stolen', 'nothing');
    if (compromisedFrom > now) throw refused('--compromised-from', 'a time that has come', timestampOf(compromisedFrom));
    return { event, from: compromisedFrom, successor: next };
  }
  if (compromisedFrom !== undefined) throw refused('--compromised-from', `nothing for event ${event}`, 'a time');
  if (event === 'rotated') {
    if (next === null && key.id !== null) throw refused('--successor', 'the id of the key that signs from now on', 'nothing');
    return { event, successor: next };
  }
  if (next !== null) throw refused('--successor', `nothing for event ${event}`, 'a key');
  return { event };
}

function keyNamed({ about, kmsKey }: KeyEventOptions): KeyName {
  const kmsArn = kmsKey === undefined ? null : keyArn(kmsKey);
  if (about !== undefined) return { id: keyId(about, '--about'), kmsArn };
  if (kmsArn !== null) return { id: null, kmsArn };
  throw refused('--about', 'the id of a key, or --kms-key with its ARN', 'nothing');
}

function keyId(text: string, at: string): KeyId {
  if (isSha256(text)) return text as string as KeyId;
  throw refused(at, 'the id of a key: sha256: and 64 lower-case hex digits', text);
}

/** No alias: where one points is changed by one call, and CloudTrail names the key itself. */
function keyArn(text: string): string {
  if (text.startsWith('arn:') && kmsKeyName(text) !== null) return text;
  throw refused('--kms-key', 'the ARN of one key: arn:aws:kms:REGION:ACCOUNT:key/ID', text);
}

const refused = (at: string, expected: string, found: string): ConfigurationError =>
  new ConfigurationError('input/key-event', {
    expected,
    found,
    at,
    doThis: '"proofrail keys show" prints the id of a key, "aws kms describe-key" its ARN',
  });
