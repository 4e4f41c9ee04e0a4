import { describe, expect, it } from '@jest/globals';
import { soundChange } from '../material/change.ts';
import { cyclonedx } from '../material/sbom.ts';
import { gate, laidOut } from './laid-out.ts';
import { proofrail, tree } from './proofrail.ts';

interface Mistake {
  readonly what: string;
  readonly file: string;
  readonly text: string;
  readonly argv: readonly string[];
  readonly code: string;
  /** Where the error points: line and column, or a JSON pointer. */
  readonly at: RegExp;
}

const FACTS = JSON.stringify(soundChange().facts);
const REGISTRY = String(soundChange().configuration['controls/iso27001.yaml']);
const ONE_REPORT = ['gate', '--facts', 'facts.json', '--report', 'broken.sarif', '--ledger', 'none'];
const ARCHIVE = ['sbom', 'archive', 'broken.json', '--subject', `a@sha256:${'d'.repeat(64)}`, '--ledger', 'file:./ledger'];
const gateFacts = gate('file:./ledger', 'broken.json').slice(0, -1);

const MISTAKES: readonly Mistake[] = [
  {
    what: 'a facts file that ends early',
    file: 'broken.json',
    text: FACTS.slice(0, 300),
    argv: gateFacts,
    code: 'json/unexpected-end',
    at: /broken\.json:1:\d+/,
  },
  {
    what: 'a facts file with a key twice',
    file: 'broken.json',
    text: FACTS.replace('"platform":', '"platform":"x","platform":'),
    argv: gateFacts,
    code: 'json/duplicate-key',
    at: /broken\.json:1:\d+/,
  },
  {
    what: 'a facts file with an unknown member',
    file: 'broken.json',
    text: FACTS.replace('"number":7', '"number":7,"extra":1'),
    argv: gateFacts,
    code: 'facts/unknown-key',
    at: /broken\.json#\/change/,
  },
  {
    what: 'a facts file with a wrong value',
    file: 'broken.json',
    text: FACTS.replace('"number":7', '"number":"7"'),
    argv: gateFacts,
    code: 'facts/wrong-value',
    at: /broken\.json#\/change\/number/,
  },
  ...(
    [
      [
        'with an approval from after they were read',
        'submitted_at',
        '2035-01-01T00:00:00.000Z',
        /#\/reviews\/value\/items\/0\/submitted_at/,
      ],
      ['that were read before all that they say', 'read_at', '2001-01-01T00:00:00.000Z', /#\/change\/last_push\/value\/at/],
      ['that were read in years to come', 'read_at', '2035-01-01T00:00:00.000Z', /#\/read_at/],
    ] as const
  ).map(([what, member, time, at]) => ({
    what: `facts ${what}`,
    file: 'broken.json',
    text: FACTS.replace(new RegExp(`"${member}":"[^"]*"`), `"${member}":"${time}"`),
    argv: gateFacts,
    code: 'facts/time',
    at,
  })),
  {
    what: 'a SARIF file cut off',
    file: 'broken.sarif',
    text: '{"version": "2.1.0", "runs": [',
    argv: ONE_REPORT,
    code: 'json/unexpected-end',
    at: /broken\.sarif:1:\d+/,
  },
  {
    what: 'a SARIF file of another shape',
    file: 'broken.sarif',
    text: '{"version": "2.1.0", "runs": {}}',
    argv: ONE_REPORT,
    code: 'report/shape',
    at: /broken\.sarif#\/runs/,
  },
  {
    what: 'a report of nobody we know',
    file: 'broken.sarif',
    text: '{"hello": 1}',
    argv: ['findings', 'broken.sarif'],
    code: 'report/unknown-format',
    at: /broken\.sarif/,
  },
  {
    what: 'a registry with an unknown key',
    file: '.proofrail/controls/iso27001.yaml',
    text: REGISTRY.replace('min: 2', 'minimum: 2'),
    argv: gate('none').slice(0, -1),
    code: 'controls/',
    at: /iso27001\.yaml:5:\d+/,
  },
  {
    what: 'a registry that is no YAML',
    file: '.proofrail/controls/iso27001.yaml',
    text: 'A.8.32: [',
    argv: gate('none').slice(0, -1),
    code: 'yaml/',
    at: /iso27001\.yaml:\d+:\d+/,
  },
  ...['- platform: ["1"]', '[]', '', '# nothing but a comment'].map((text) => ({
    what: `roles that are ${JSON.stringify(text)}`,
    file: '.proofrail/roles.yaml',
    text,
    argv: gate('none').slice(0, -1),
    code: 'roles/wrong-value',
    at: /roles\.yaml:1:1$/,
  })),
  {
    what: 'an SBOM of another shape',
    file: 'broken.json',
    text: cyclonedx().replace('"components":[{"type":"library"', '"components":[{"type":7'),
    argv: ARCHIVE,
    code: 'sbom/shape',
    at: /broken\.json#\/components\/0/,
  },
  {
    what: 'an SBOM that lists nothing',
    file: 'broken.json',
    text: cyclonedx([]),
    argv: ARCHIVE,
    code: 'sbom/empty',
    at: /broken\.json/,
  },
  {
    what: 'an SBOM cut off',
    file: 'broken.json',
    text: cyclonedx().slice(0, 50),
    argv: ['sbom', 'show', 'broken.json'],
    code: 'json/unexpected-end',
    at: /broken\.json:1:\d+/,
  },
  {
    what: 'a manifest that is no YAML',
    file: 'k8s.yaml',
    text: 'a: [\n  b',
    argv: ['image', 'verify', 'k8s.yaml'],
    code: 'image/malformed-yaml',
    at: /k8s\.yaml:\d+:\d+/,
  },
  {
    what: 'a trust file of another shape',
    file: 'trust.json',
    text: '{"version": 1}',
    argv: ['verify', '--ledger', 'file:./ledger', '--trust', 'trust.json'],
    code: 'trust/invalid',
    at: /trust\.json#\//,
  },
  {
    what: 'a receipt of another shape',
    file: 'receipt.json',
    text: '{"version": 2}',
    argv: ['verify', '--ledger', 'file:./ledger', '--receipt', 'receipt.json'],
    code: 'receipt/invalid',
    at: /receipt\.json#\//,
  },
  {
    what: 'a record that is none',
    file: 'record.json',
    text: '{}',
    argv: ['record', 'show', 'record.json'],
    code: 'dsse/',
    at: /record\.json/,
  },
  {
    what: 'Rego with an error',
    file: 'policy/a.rego',
    text: 'package a\n\np if { nonsense',
    argv: ['policy', 'test', 'policy'],
    code: 'policy/rejected',
    at: /a\.rego:\d+:\d+/,
  },
];

describe('bad input', () => {
  it.each(MISTAKES)('$what: one error, exit 2, and nothing written', async ({ file, text, argv, code, at }) => {
    using workspace = laidOut();
    workspace.write(file, text);
    const before = tree(workspace.folder);
    const machines = await proofrail([...argv, '--json'], { cwd: workspace.folder });
    const { error } = machines.json<{ error: Record<'code' | 'expected' | 'found' | 'at' | 'do_this', string> }>();
    expect([machines.code, machines.err]).toEqual([2, '']);
    expect(error.code.startsWith(code)).toBe(true);
    expect(error.at).toMatch(at);
    for (const said of [error.expected, error.found, error.do_this]) expect(said).not.toBe('');
    const people = await proofrail(argv, { cwd: workspace.folder });
    expect([people.code, people.out]).toEqual([2, '']);
    expect(people.err.match(/^error /gm)).toHaveLength(1);
    for (const line of ['expected', 'found', 'where', 'do this']) expect(people.err).toContain(`  ${line}`);
    expect(tree(workspace.folder)).toEqual(before);
  });
});
