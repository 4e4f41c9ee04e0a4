import type { PlatformStanding } from '../../platform/platform-standing.ts';

/** Why the platform's word proves nothing about a record that says it has it: a code of the token or of the finding. */
export function whyUnproven(standing: Exclude<PlatformStanding, { kind: 'none' | 'verified' | 'countersigned' }>): string {
  switch (standing.kind) {
    case 'unverified':
      return standing.why;
    case 'absent':
      return 'platform/missing';
    case 'wrong':
      return 'platform/receipt';
    case 'unreadable':
      return 'platform/unreadable';
  }
}
