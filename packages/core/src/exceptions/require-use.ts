import type { YamlDocument } from '../documents/strict-yaml.ts';
import { ConfigurationError } from '../outcomes/index.ts';
import type { Exception } from './exception.ts';
import { MERGES_BYPASS } from './merges-bypass.ts';
import { RULE_OF_FINDINGS } from './rule-of-findings.ts';

/**
 * Refuses what is well formed and could never excuse anything: whoever wrote it would believe that a risk is accepted, and learn
 * otherwise on the day of the release.
 *
 * @throws ConfigurationError `exceptions/excuses-nothing` with file, line and column
 */
export function requireUse({ rule, scope: { environment, subject } }: Exception, document: YamlDocument): void {
  const refuse = (expected: string, found: string, pointer: string, doThis: string): never => {
    throw new ConfigurationError('exceptions/excuses-nothing', { expected, found, at: document.at(pointer), doThis });
  };
  if (environment !== null) {
    refuse(
      'an exception for every environment',
      'one environment, and no rule judges environments apart',
      '/scope/environment',
      'Leave scope.environment out.',
    );
  }
  if (subject === 'whole-rule') return;
  if ('digest' in subject) {
    refuse(
      'a finding, a path or whole-rule',
      'a digest, and no rule names one in what it finds',
      '/scope/subject',
      'Name the findings of the image by their fingerprints: "proofrail findings FILE --json" prints them.',
    );
  }
  const excusesOne = rule === RULE_OF_FINDINGS || (rule === MERGES_BYPASS.id && 'finding' in subject);
  if (!excusesOne) {
    refuse(
      `${RULE_OF_FINDINGS} as the rule, or ${MERGES_BYPASS.id} for one finding: no other lets single ones be excused`,
      rule,
      '/rule',
      'Write subject: whole-rule, or name the rule that judges findings.',
    );
  }
}
