import { CAME_BY_REPLICATION } from '../../ledger/verify/checks/badly-kept.ts';
import type { FindingKind } from '../../ledger/verify/finding.ts';
import type { NoticeCode } from '../../ledger/seals/notice.ts';

interface Meaning {
  readonly kind: FindingKind;
  readonly detail: string;
}

/** What a verifier says of each notice. Late and adopted records are what crashes and slow runners leave behind: to be seen, not to be afraid of. */
export const NOTICE_MEANINGS: Readonly<Record<NoticeCode, Meaning>> = {
  'slot/marker': { kind: 'hidden', detail: 'A delete marker lay on the slot when it was sealed.' },
  'slot/second-version': {
    kind: 'extra',
    detail: 'The slot had more than one version when it was sealed; the earliest was sealed.',
  },
  'slot/void': { kind: 'void', detail: 'The bytes were no slot of this number when they were sealed.' },
  'slot/link': { kind: 'altered', detail: 'The slot did not name the digest of the one before it when it was sealed.' },
  'slot/unreadable': {
    kind: 'unreadable',
    detail: 'The sealer could not read the slot; where it was a new one, the seal ends before it.',
  },
  'record/marker': { kind: 'hidden', detail: 'A delete marker lay on the record when it was sealed.' },
  'record/second-version': { kind: 'extra', detail: 'The record had more than one version when it was sealed.' },
  'record/unreadable': { kind: 'unreadable', detail: 'The sealer could not read the record; only its name is sealed.' },
  'record/missing': { kind: 'missing', detail: 'A slot lists the record, and it was not there when the slot was sealed.' },
  'record/altered': { kind: 'altered', detail: 'The bytes were not those that the name says when the record was sealed.' },
  'record/late': {
    kind: 'pending',
    detail: 'The record names a time before the seal that came before its slot: it waited, or its clock was set back.',
  },
  'record/adopted': {
    kind: 'pending',
    detail: 'No slot held the record, so the sealer adopted it; its writer died before it was put in order.',
  },
  'stream/vanished': { kind: 'missing', detail: 'An earlier seal covers this slot, and the stream did not reach it any more.' },
  'stream/rewritten': { kind: 'altered', detail: 'An earlier seal covers other bytes of this slot.' },
  'retention/short': {
    kind: 'short',
    detail: 'The object was locked for a shorter time than the ledger asks for, or not in COMPLIANCE mode.',
  },
  'key/foreign': {
    kind: 'altered',
    detail: 'The object is encrypted under another key than the ledger names: whoever holds that key can make it unreadable.',
  },
  'seal/no-timestamp': {
    kind: 'pending',
    detail: 'A time authority did not say when the checkpoint was there, and did not when the next seal asked again.',
  },
  'seal/no-cosignature': {
    kind: 'pending',
    detail: 'A witness did not cosign the checkpoint, and did not when the next seal asked again.',
  },
  'object/replica': { kind: 'extra', detail: CAME_BY_REPLICATION },
};
