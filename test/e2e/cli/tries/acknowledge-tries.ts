import { DIGEST } from '../../material/change.ts';
import { instead, without, type Try } from './try.ts';

/** With a trust file under which the key may acknowledge, on a ledger without findings: it gets as far as it can. */
const acknowledge = [
  ...['acknowledge', '--ledger', 'file:./ledger', '--trust', 'accepting.json', '--finding', DIGEST, '--reason', 'A broken disk'],
  ...['--acknowledged-by', 'service:audit', '--approved-by', '583231', '--key', 'ledger.key', '--json'],
];
const MANDATORY = ['--ledger', '--trust', '--finding', '--reason', '--acknowledged-by', '--approved-by'];

export const ACKNOWLEDGE_TRIES: readonly Try[] = [
  { argv: acknowledge, exit: 2, code: 'acknowledge/no-finding' },
  { argv: [...acknowledge, '--yes', '--days', '30'], exit: 2, code: 'ledger/not-a-bucket' },
  ...MANDATORY.map((option) => ({
    argv: without(acknowledge, option),
    exit: 2,
    code: 'cli/missing-mandatory-option-value',
  })),
  { argv: without(acknowledge, '--key'), exit: 2, code: 'key/absent' },
  { argv: instead(acknowledge, '--trust', 'ledger.trust.json'), exit: 2, code: 'acknowledge/key' },
  { argv: instead(acknowledge, '--trust', 'absent.json'), exit: 2, code: 'file/absent' },
  { argv: [...acknowledge, '--receipt', 'absent.json'], exit: 2, code: 'file/absent' },
  { argv: instead(acknowledge, '--reason', 'see <b>here</b>'), exit: 2, code: 'acknowledge/reason' },
  { argv: instead(acknowledge, '--reason', 'r'.repeat(501)), exit: 2, code: 'acknowledge/reason' },
  { argv: instead(acknowledge, '--acknowledged-by', 'octocat'), exit: 2, code: 'acknowledge/account' },
  { argv: instead(acknowledge, '--approved-by', 'service:'), exit: 2, code: 'acknowledge/account' },
  { argv: instead(acknowledge, '--acknowledged-by', '583231'), exit: 2, code: 'acknowledge/approved-by' },
  { argv: instead(acknowledge, '--acknowledged-by', 'bot:583231'), exit: 2, code: 'acknowledge/approved-by' },
  { argv: instead(acknowledge, '--approved-by', 'service:release'), exit: 2, code: 'acknowledge/approved-by' },
  { argv: instead(acknowledge, '--approved-by', 'bot:9919'), exit: 2, code: 'acknowledge/approved-by' },
  { argv: [...acknowledge, '--trail', 'trail'], exit: 2, code: 'cli/missing-mandatory-option-value' },
  { argv: [...acknowledge, '--until', '2026-12-31'], exit: 2, code: 'cli/missing-mandatory-option-value' },
  { argv: [...acknowledge, '--trail', 'trail', '--receipt', 'receipt.json'], exit: 2, code: 'cli/conflicting-option' },
  { argv: [...acknowledge, '--days', '0'], exit: 2, code: 'cli/invalid-argument' },
];
