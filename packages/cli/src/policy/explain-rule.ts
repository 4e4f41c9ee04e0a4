import { nearest } from '@proofrail/core/documents';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Manifest, ManifestRule } from '@proofrail/core/policy';
import { readBundle } from '@proofrail/policies';
import type { Answer, Page } from '../answer.ts';
import { ruleJson } from './rule-json.ts';
import { table, wrap } from '../terminal/table.ts';

/** All that the annotations of one rule say. ConfigurationError `policy/unknown-rule`. */
export function explainRule(name: string): Answer {
  const { manifest } = readBundle();
  const rule = manifest.rules.find(({ id, alias }) => id === name || alias === name) ?? unknownRule(name, manifest);
  return { outcome: 'allow', json: { policy: manifest.policy, rule: ruleJson(rule) }, text: (page) => explanation(rule, page) };
}

function unknownRule(name: string, manifest: Manifest): never {
  const meant = nearest(
    name,
    manifest.rules.map(({ id }) => id),
  );
  throw new ConfigurationError('policy/unknown-rule', {
    expected: 'the id or the code of a rule of this bundle',
    found: name,
    at: 'the command line',
    doThis: `${meant === null ? '' : `did you mean ${meant}? `}"proofrail policy list" prints them all`,
  });
}

function explanation(rule: ManifestRule, { style, columns }: Page): string {
  const facts = [
    ['code', rule.alias],
    ['severity', rule.severity],
    ['ISO 27001', rule.controls.iso27001.join(' ') || 'none'],
    ['SOC 2', rule.controls.soc2.join(' ') || 'none'],
    ['waivable', rule.waivable ? 'yes, by an exception in force' : 'no'],
    ['reads', rule.inputs.join(' ')],
    ['since', rule.since],
    ['do this', rule.remediation],
    ...Object.entries(rule.reasons).map(([code, template]) => [`says ${code}`, template]),
  ].map(([name = '', text = '']) => [{ text: name, look: style.quiet }, text]);
  const body = wrap(rule.description, columns ?? 100).join('\n');
  const width = columns === undefined ? {} : { columns };
  return `${style.strong(rule.id)}  ${rule.title}\n\n${body}\n\n${table(facts, { indent: 2, ...width })}`;
}
