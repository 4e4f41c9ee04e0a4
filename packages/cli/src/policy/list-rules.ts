import { readBundle } from '@proofrail/policies';
import type { Answer } from '../answer.ts';
import { counted } from '@proofrail/core/text';
import { ruleJson } from './rule-json.ts';
import { table } from '../terminal/table.ts';

/** Every rule of the bundle that would judge a change on this machine, with the digest that a record would name. */
export function listRules(): Answer {
  const { manifest } = readBundle();
  return {
    outcome: 'allow',
    json: { policy: manifest.policy, opa: manifest.opa, rules: manifest.rules.map(ruleJson) },
    text: ({ style, columns }) => {
      const head = ['rule', 'code', 'severity', 'controls', 'what it asks'].map((text) => ({ text, look: style.quiet }));
      const rows = manifest.rules.map((rule) => [
        { text: rule.id, look: style.strong },
        rule.alias,
        rule.severity,
        [...rule.controls.iso27001, ...rule.controls.soc2].join(' '),
        rule.title,
      ]);
      return `${table([head, ...rows], columns === undefined ? {} : { columns })}\n\n${style.quiet(`${counted(rows.length, 'rule')}, policy ${manifest.policy}`)}`;
    },
  };
}
