import type { ReferenceState } from '@proofrail/core/images';
import type { Verified } from './run.ts';

const STATES: Readonly<Record<ReferenceState, string>> = {
  pinned: 'named by a digest that is not SHA-256',
  mutable: 'named by a tag, which can point elsewhere tomorrow',
  unresolvable: 'a template: nobody knows what it will name',
  malformed: 'not an image reference',
};

const REASONS = {
  'no-sbom': 'the ledger does not know this digest',
  'no-commit': 'the ledger does not say from which commit it was built',
  'not-decided': 'no gate has judged the commit it was built from',
  denied: 'the gate denied the commit it was built from',
  'facts-given': 'it rests on facts that were handed over, not read',
} as const;

/** What was found about one image, and what to do about it: plain text, unescaped. */
export function explain({ answer }: Verified): { readonly code: string; readonly why: string; readonly doThis: string | null } {
  switch (answer.kind) {
    case 'allowed': {
      const given = answer.factsGiven ? '; facts given, not read' : '';
      return {
        code: 'allowed',
        why: `from commit ${answer.commit} (claimed by ${answer.linkClaimedBy}), which was allowed${given}`,
        doThis: null,
      };
    }
    case 'refused':
      return { code: answer.reason, why: REASONS[answer.reason], doThis: answer.doThis };
    case 'not-pinned':
      return {
        code: 'not-pinned',
        why: STATES[answer.state],
        doThis: 'Write name@sha256: and the 64 hex digits that the registry answers for it.',
      };
  }
}
