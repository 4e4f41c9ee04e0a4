import { DIGEST } from '../../material/change.ts';
import { instead, without, type Try } from './try.ts';

const keyEvent = ['record', 'key-event', '--about', DIGEST, '--event', 'retired', '--ledger', 'file:./keys', '--json'];
const KMS_ARN = 'arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const SUCCESSOR = `sha256:${'e'.repeat(64)}`;
const rotated = keyEvent.map((word) => (word === 'retired' ? 'rotated' : word));
const compromised = keyEvent.map((word) => (word === 'retired' ? 'compromised' : word));

export const KEY_EVENT_TRIES: readonly Try[] = [
  { argv: keyEvent, exit: 0 },
  { argv: [...keyEvent, '--reason', 'its year is over'], exit: 0 },
  { argv: [...rotated, '--successor', SUCCESSOR], exit: 0 },
  { argv: [...compromised, '--compromised-from', '2026-11-21T04:00:00Z'], exit: 0 },
  { argv: [...keyEvent, '--kms-key', KMS_ARN], exit: 0 },
  { argv: [...without(keyEvent, '--about'), '--kms-key', KMS_ARN], exit: 0 },
  { argv: [...without(rotated, '--about'), '--kms-key', KMS_ARN], exit: 0 },
  { argv: without(keyEvent, '--about'), exit: 2, code: 'input/key-event' },
  { argv: [...keyEvent, '--kms-key', KMS_ARN.replace('key/', 'alias/')], exit: 2, code: 'input/key-event' },
  { argv: without(keyEvent, '--event'), exit: 2, code: 'cli/missing-mandatory-option-value' },
  { argv: instead(keyEvent, '--event', 'lost'), exit: 2, code: 'cli/invalid-argument' },
  { argv: instead(keyEvent, '--about', 'alias/evidence'), exit: 2, code: 'input/key-event' },
  { argv: rotated, exit: 2, code: 'input/key-event' },
  { argv: [...rotated, '--successor', DIGEST], exit: 2, code: 'input/key-event' },
  { argv: compromised, exit: 2, code: 'input/key-event' },
  { argv: [...keyEvent, '--successor', DIGEST], exit: 2, code: 'input/key-event' },
  { argv: [...keyEvent, '--compromised-from', '2026-11-21'], exit: 2, code: 'input/key-event' },
  { argv: [...compromised, '--compromised-from', 'yesterday'], exit: 2, code: 'cli/invalid-argument' },
  { argv: [...compromised, '--compromised-from', '2999-11-21T04:00:00Z'], exit: 2, code: 'input/key-event' },
  { argv: [...keyEvent, '--stream', '700001-pr'], exit: 2, code: 'input/key-event' },
];
