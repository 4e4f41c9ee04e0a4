import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigurationError } from '../outcomes/index.ts';
import { EXCEPTION_PROBLEMS } from './find-problems.ts';
import { parseException } from './parse-exception.ts';
import { FINGERPRINT, GOOD } from './sample.test-support.ts';

const FILE = `id: legacy-query
rule: scans.threshold
scope:
  repository: "42"
  subject:
    finding: ${FINGERPRINT}
owner: "1"
requested_by: "2"
approved_by: "3"
reason: The report query is rewritten in the next release.
compensating_control:
  description: The endpoint is behind the VPN.
risk: high
ticket: SEC-12
not_before: 2026-11-21
expires: 2026-12-21T00:00:00Z
`;

const refusal = (text: string): ConfigurationError => {
  try {
    parseException(text, 'e.yaml');
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error(`was accepted: ${text}`);
};

const withLine = (key: string, value: string): string => FILE.replace(new RegExp(`^( *${key}:).*$`, 'm'), `$1 ${value}`);

describe('parseException', () => {
  it('reads a file; a day means its first second in UTC', () => expect(parseException(FILE, 'e.yaml')).toEqual(GOOD));

  it('reads each class of subject', () => {
    const subjects = ['whole-rule', `{ finding: ${FINGERPRINT} }`, '{ path: .github/workflows/gate.yml }'];
    const read = subjects.map(
      (one) => parseException(FILE.replace(/subject:\n.*\n/, `subject: ${one}\n`), 'e.yaml').scope.subject,
    );
    expect(read).toEqual(['whole-rule', { finding: FINGERPRINT }, { path: '.github/workflows/gate.yml' }]);
  });

  it('needs every field: a file without one of them is refused, and the error names it', () => {
    for (const key of FILE.match(/^[a-z_]+(?=:)/gm) ?? []) {
      const without = FILE.replace(new RegExp(`^${key}:.*\\n( .*\\n)*`, 'm'), '');
      const error = refusal(without);
      expect([key, error.code, error.expected]).toEqual([key, 'exceptions/missing-key', expect.stringContaining(key)]);
    }
  });

  const withSubject = (subject: string): string => FILE.replace(/subject:\n.*\n/, `subject: ${subject}\n`);
  it.each([
    ['a digest, which no finding names', withSubject(`{ digest: ${FINGERPRINT} }`), 'e.yaml:5:12'],
    ['a finding of another rule', withLine('rule', 'images.digest-only'), 'e.yaml:2:7'],
    ['a path under another rule', withSubject('{ path: a.py }').replace('scans.threshold', 'checks.required'), 'e.yaml:2:7'],
    ['one environment', FILE.replace('  subject:', '  environment: production\n  subject:'), 'e.yaml:5:16'],
  ])('refuses what could never excuse anything: %s', (_, text, at) => {
    expect(refusal(text)).toMatchObject({ code: 'exceptions/excuses-nothing', at });
  });

  it('refuses a time that does not exist or whose zone is not UTC', () => {
    const times = [
      '2026-02-30',
      '2026-13-01',
      '2026-11-31',
      '2026-12-21T24:00:00Z',
      '2026-12-21T23:60:00Z',
      '2026-12-21T00:00:00',
    ];
    for (const time of [...times, '2026-12-21T00:00:00+01:00', 'never', '', '9999999999', '2026-12-21 00:00:00Z', '1969-12-31']) {
      expect(refusal(withLine('expires', time)).at).toMatch(/^e\.yaml:16:\d+$/);
    }
    expect(parseException(withLine('expires', '2028-02-29'), 'e.yaml').expires).toBe(Date.UTC(2028, 1, 29) / 1000);
  });

  it('refuses what would excuse more than one thing', () => {
    for (const rule of ['"*"', 'scans.*', 'scans', '""', 'scans.threshold,scans.secrets', '[scans.threshold]']) {
      expect(refusal(withLine('rule', rule)).at).toBe('e.yaml:2:7');
    }
    for (const path of ['src/*', '/etc/x', '../x', 'a/../b', './a', 'a\\b', '"a\\nb"']) {
      expect(refusal(FILE.replace(/subject:\n.*\n/, `subject: { path: ${path} }\n`)).code).toMatch(/^exceptions\//);
    }
    const two = FILE.replace(/(finding: .*)/, '$1\n    path: a');
    expect(refusal(two).code).toMatch(/^exceptions\//);
  });

  it('refuses people by name and numbers that lost their digits', () => {
    for (const person of ['octocat', 'a@example.com', '12', '"007"', '"-1"', '""']) {
      expect(refusal(withLine('approved_by', person)).at).toMatch(/^e\.yaml:9:/);
    }
  });

  it('refuses a misspelt key with the word that was meant', () => {
    const error = refusal(FILE.replace('expires:', 'expire:'));
    expect([error.code, error.at, error.doThis]).toEqual(['exceptions/unknown-key', 'e.yaml:16:1', 'Did you mean expires?']);
  });
});

describe('docs/exceptions.md', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/exceptions.md'), 'utf8');

  it('shows a file that is read as it stands', () => {
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    expect(parseException(example, 'example.yaml')).toMatchObject({
      id: 'legacy-report-query',
      expires: Date.UTC(2026, 11, 21) / 1000,
    });
  });

  it('says how to mend every problem that there is', () => {
    const mended = new Set([...page.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code));
    expect(EXCEPTION_PROBLEMS.filter((problem) => !mended.has(problem))).toEqual([]);
  });
});
