import type { Try } from './try.ts';

const PLACE = ['--identities', 'file:./ledger.identities', '--json'];

export const PERSON_TRIES: readonly Try[] = [
  { argv: ['person', 'show', `person:${'0'.repeat(32)}`, ...PLACE], exit: 1 },
  { argv: ['person', 'show', 'ada', ...PLACE], exit: 2, code: 'person/not-a-pseudonym' },
  { argv: ['person', 'erase', 'github:1', ...PLACE], exit: 2 }, // nobody said --yes
  { argv: ['person', 'erase', 'github:1', '--yes', ...PLACE], exit: 1 },
  { argv: ['person', 'erase', 'ada', ...PLACE], exit: 2, code: 'person/not-an-account' },
  { argv: ['person', 'erase', 'github:1', '--identities', 'none', '--json'], exit: 2, code: 'ledger/identities' },
  { argv: ['person', 'erase', 'github:1', '--json'], exit: 2, code: 'cli/missing-mandatory-option-value' },
];
