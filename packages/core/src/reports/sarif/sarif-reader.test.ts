import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../finding.ts';
import { readReport } from '../read-report.ts';
import type { ScanReport } from '../scan-report.ts';

type Json = Record<string, unknown>;

const RULE: Json = { id: 'sql', shortDescription: { text: 'SQL from user input' } };
const RESULT: Json = { ruleId: 'sql', message: { text: 'bad query' } };

function read(run: Json, rest: Json = {}): ScanReport {
  const whole = { tool: { driver: { name: 'scanner', version: '1.2', rules: [RULE] } }, results: [RESULT], ...run };
  return readReport(new TextEncoder().encode(JSON.stringify({ version: '2.1.0', runs: [whole], ...rest })), 'scan.sarif');
}

function only(run: Json): Finding {
  const [finding, ...others] = read(run).findings;
  if (finding === undefined || others.length > 0) throw new Error('expected one finding');
  return finding;
}

const withRule = (rule: Json, result: Json = RESULT): Finding =>
  only({ tool: { driver: { name: 'scanner', rules: [{ ...RULE, ...rule }] } }, results: [result] });

describe('a scan that cannot show that it ran is unknown, never clean', () => {
  const unusable: Record<string, Json> = {
    'its rules have no names': { tool: { driver: { name: 'scanner', rules: [{}, { id: '' }, { id: ' ' }] } }, results: [] },
    'no rules were loaded': { tool: { driver: { name: 'scanner', rules: [] } }, results: [] },
    'the name of the tool is blank': { tool: { driver: { name: ' ', rules: [RULE] } } },
    'the tool has no name': { tool: { driver: { rules: [RULE] } } },
    'there is no tool': { tool: null },
    'there are no results': { results: undefined },
    'the results are null': { results: null },
    'it ended badly': { invocations: [{ executionSuccessful: false }] },
    'nobody says how it ended': { invocations: [{}] },
    'one of two invocations ended badly': { invocations: [{ executionSuccessful: true }, { executionSuccessful: false }] },
    'a signal ended it, by its name': { invocations: [{ executionSuccessful: true, exitCode: 137, exitSignalName: 'SIGKILL' }] },
    'a signal ended it, by its number': { invocations: [{ executionSuccessful: true, exitSignalNumber: 9 }] },
    'it was never started': { invocations: [{ executionSuccessful: true, processStartFailureMessage: 'no such file' }] },
    'a file could not be scanned': {
      invocations: [
        { executionSuccessful: true, toolExecutionNotifications: [{ level: 'error', message: { text: 'timeout' } }] },
      ],
    },
    'a rule set was missing': {
      invocations: [
        { executionSuccessful: true, toolConfigurationNotifications: [{ level: 'error', message: { text: 'gone' } }] },
      ],
    },
    'an error inherits its level from its descriptor': {
      tool: {
        driver: { name: 'scanner', rules: [RULE], notifications: [{ id: 'N1', defaultConfiguration: { level: 'error' } }] },
      },
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: [{ descriptor: { id: 'N1' } }] }],
    },
  };
  for (const [why, run] of Object.entries(unusable)) {
    it(`when ${why}`, () => expect(read(run).result).toEqual({ known: false, why: 'unusable' }));
  }

  it('when there is no run at all', () => {
    for (const runs of [[], null]) expect(read({}, { runs }).result).toEqual({ known: false, why: 'absent' });
  });

  it('when its results live in another file', () => {
    const elsewhere = { externalPropertyFileReferences: { results: [{ location: { uri: 'results.json' } }] } };
    expect(read(elsewhere).result).toEqual({ known: false, why: 'truncated' });
    expect(read({}, { inlineExternalProperties: [{ results: [RESULT] }] }).result).toEqual({ known: false, why: 'truncated' });
  });

  it.each(['invocations', 'driver', 'extensions'])('when how it ended, or how grave things are, lives there: %s', (name) => {
    const elsewhere = { externalPropertyFileReferences: { [name]: [{ location: { uri: 'more.json' } }] } };
    expect(read(elsewhere).result).toEqual({ known: false, why: 'truncated' });
    const inline = { inlineExternalProperties: [{ [name]: name === 'driver' ? { name: 'scanner' } : [] }] };
    expect(read({}, inline).result).toEqual({ known: false, why: 'truncated' });
  });

  it('when one good run stands beside a bad one', () => {
    const good = { tool: { driver: { name: 'scanner', rules: [RULE] } }, results: [] };
    expect(read({}, { runs: [good, { ...good, results: null }] }).result.known).toBe(false);
  });

  it('and its findings still count', () => {
    expect(read({ invocations: [{ executionSuccessful: false }] }).findings).toHaveLength(1);
  });

  it('but a good run with rules and nothing found is known', () => {
    const invocations = [{ executionSuccessful: true, exitCode: 1, toolExecutionNotifications: [{ level: 'warning' }] }];
    expect(read({ results: [], invocations }).result).toEqual({ known: true, value: { rules: 1, findings: 0 } });
  });
});

describe('severity', () => {
  it('follows the score of the rule at every border (CVSS 3.1 section 5)', () => {
    const borders = { '10.0': 'critical', '9.0': 'critical', '8.9': 'high', '7.0': 'high', '6.9': 'medium', '4.0': 'medium' };
    for (const [score, severity] of Object.entries({ ...borders, '3.9': 'low', '0.1': 'low', '0.0': 'none', '0': 'none' })) {
      expect([score, withRule({ properties: { 'security-severity': score } }).severity]).toEqual([score, severity]);
      expect(withRule({ properties: { 'security-severity': Number(score) } }).severity).toBe(severity);
    }
  });

  it('reads the words that Semgrep writes, and calls anything else unknown, never harmless', () => {
    expect(withRule({ properties: { 'security-severity': 'CRITICAL' } }).severity).toBe('critical');
    for (const odd of ['', 'severe', '-1', '10.1', '1e1', 'NaN', '0x9', ' ', true, {}, [], -0.1, 11]) {
      expect(withRule({ properties: { 'security-severity': odd } }).severity).toBe('unknown');
    }
  });

  it('takes the result before the rule, and a score before a level', () => {
    const rule = { properties: { 'security-severity': '9.8' }, defaultConfiguration: { level: 'note' } };
    expect(withRule(rule).severity).toBe('critical');
    expect(withRule(rule, { ...RESULT, properties: { 'security-severity': '2' } }).severity).toBe('low');
    expect(withRule(rule, { ...RESULT, level: 'none' }).severity).toBe('critical');
  });

  it('follows the inherited level: result, command line, rule, warning', () => {
    const tool = { driver: { name: 'scanner', rules: [{ ...RULE, defaultConfiguration: { level: 'error' } }] } };
    const override = (descriptor: Json) => ({
      invocations: [
        { executionSuccessful: true, ruleConfigurationOverrides: [{ descriptor, configuration: { level: 'note' } }] },
      ],
    });
    expect(only({}).severity).toBe('medium');
    expect(only({ tool }).severity).toBe('high');
    expect(only({ tool, ...override({ id: 'sql' }) }).severity).toBe('low');
    expect(only({ tool, ...override({ index: 0 }), results: [{ ...RESULT, ruleIndex: 0 }] }).severity).toBe('low');
    expect(only({ tool, ...override({ id: 'other' }) }).severity).toBe('high');
    expect(only({ tool, ...override({ id: 'sql' }), results: [{ ...RESULT, level: 'error' }] }).severity).toBe('high');
  });

  it('is none for what the tool itself calls no failure, and unknown where it could not decide', () => {
    const score = { properties: { 'security-severity': '9.8' } };
    for (const kind of ['pass', 'informational', 'notApplicable'])
      expect(withRule(score, { ...RESULT, kind }).severity).toBe('none');
    for (const kind of ['open', 'review']) expect(withRule(score, { ...RESULT, kind }).severity).toBe('unknown');
    expect(only({ results: [{ ...RESULT, kind: 'pass', level: 'error' }] }).severity).toBe('high');
  });
});

describe('the rule of a result', () => {
  const error = { defaultConfiguration: { level: 'error' } };
  const extension = { name: 'queries', guid: 'g', rules: [{ id: 'other' }, { id: 'ext', ...error }] };
  const tool = { driver: { name: 'scanner', rules: [RULE, { id: 'CA1000', ...error }] }, extensions: [extension] };
  const ways: Record<string, Json> = {
    'its index': { ruleIndex: 1 },
    'its id': { ruleId: 'CA1000' },
    'the id of which it is a part': { ruleId: 'CA1000/1/x' },
    'a reference by index': { rule: { index: 1 } },
    'a reference into an extension by index': { rule: { index: 1, toolComponent: { index: 0 } } },
    'a reference into an extension by guid': { rule: { id: 'ext', toolComponent: { guid: 'g' } } },
    'a reference into an extension by name': { ruleId: 'ext', rule: { toolComponent: { name: 'queries' } } },
    'an id that only an extension has': { ruleId: 'ext' },
  };
  for (const [way, result] of Object.entries(ways)) {
    it(`is found by ${way}`, () =>
      expect(only({ tool, results: [{ message: { text: 'm' }, ...result }] }).severity).toBe('high'));
  }

  it('counts in every component', () => expect(read({ tool }).result).toMatchObject({ value: { rules: 4 } }));

  it('may have the name of what objects inherit', () => {
    const finding = only({ results: [{ ruleId: 'constructor', message: { id: 'toString' } }] });
    expect([finding.rule, finding.title]).toEqual(['constructor', 'constructor']);
  });

  it('lends its message, with the arguments put in', () => {
    const messageStrings = { default: { text: "'{0}' calls {1} {{and}} {2}" } };
    expect(withRule({ messageStrings }, { ruleId: 'sql', message: { id: 'default', arguments: ['a', 'b'] } }).title).toBe(
      "'a' calls b {and} {2}",
    );
  });

  it('gives its tags to the finding', () => {
    const finding = withRule({ properties: { tags: ['security', 7] } }, { ...RESULT, properties: { tags: ['CWE-89'] } });
    expect(finding.tags).toEqual(['security', 'CWE-89']);
  });
});

describe('what counts', () => {
  it('leaves out results that are gone since a baseline', () => {
    const results = ['new', 'unchanged', 'updated', 'absent'].map((baselineState) => ({ ...RESULT, baselineState }));
    expect(read({ results }).result).toEqual({ known: true, value: { rules: 1, findings: 3 } });
  });

  it('calls a finding suppressed only when every suppression is accepted', () => {
    const suppressed = (...statuses: (string | undefined)[]) =>
      only({ results: [{ ...RESULT, suppressions: statuses.map((status) => ({ kind: 'external', status })) }] }).suppressed;
    expect([suppressed(), suppressed('underReview'), suppressed('rejected'), suppressed('accepted', 'rejected')]).toEqual(
      Array(4).fill(false),
    );
    expect([suppressed('accepted'), suppressed(undefined), suppressed(undefined, 'accepted')]).toEqual(Array(3).fill(true));
  });
});

describe('locations', () => {
  const at = (artifactLocation: Json, run: Json = {}) =>
    only({
      ...run,
      results: [{ ...RESULT, locations: [{ physicalLocation: { artifactLocation, region: { startLine: 7, startColumn: 0 } } }] }],
    }).location;

  it('are the same on every machine, whichever way the tool wrote them', () => {
    const bases = (root: string) => ({ originalUriBaseIds: { ROOT: { uri: root }, SRC: { uri: 'src/', uriBaseId: 'ROOT' } } });
    const ways: readonly [Json, Json][] = [
      [{ uri: 'src/a b.py' }, {}],
      [{ uri: './src//x/../a%20b.py' }, {}],
      [{ uri: 'src\\a b.py' }, {}],
      [{ uri: 'src/a%20b.py', uriBaseId: 'ROOT' }, bases('file:///home/me/work/')],
      [{ uri: 'a%20b.py', uriBaseId: 'SRC' }, bases('file:///home/me/work')],
      [{ uri: 'file:///home/me/work/src/a%20b.py' }, bases('file:///home/me/work/')],
      [{ uri: 'a b.py', uriBaseId: 'SRC' }, { originalUriBaseIds: { SRC: { uri: 'src' } } }],
      [{ uri: 'src/a b.py', uriBaseId: 'UNDECLARED' }, {}],
      [{ index: 0 }, { artifacts: [{ location: { uri: 'src/a%20b.py' } }] }],
    ];
    for (const [location, run] of ways) expect(at(location, run)).toEqual({ file: 'src/a b.py', line: 7, column: null });
  });

  it('stay absolute or outside where the report leaves no other reading', () => {
    const files: Record<string, string> = {
      'file:///C:/code/a.c': 'C:/code/a.c',
      'C:\\code\\a.c': 'C:/code/a.c',
      '/etc/passwd': '/etc/passwd',
      '/a/../../etc/passwd': '/etc/passwd',
      '../../etc/passwd': '../../etc/passwd',
      'https://example.com/a%20b': 'https://example.com/a b',
      '100%.txt': '100%.txt',
      'file://host/share/a.c': '/share/a.c',
    };
    for (const [uri, file] of Object.entries(files)) expect(at({ uri })?.file).toBe(file);
  });

  it('do not hang on bases that refer to each other', () => {
    const originalUriBaseIds = { A: { uri: 'a/', uriBaseId: 'B' }, B: { uri: 'b/', uriBaseId: 'A' } };
    expect(at({ uri: 'x', uriBaseId: 'A' }, { originalUriBaseIds })?.file).toMatch(/x$/);
  });

  it('are none when the result names no file', () => {
    expect(only({}).location).toBeNull();
    expect(at({})).toBeNull();
    expect(at({ index: 99 })).toBeNull();
  });
});
