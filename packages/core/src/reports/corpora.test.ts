import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeCorpus } from '../../../../test/corpora.ts';
import type { Severity } from '../facts/words.ts';
import { ConfigurationError } from '../outcomes/index.ts';
import { readReport } from './read-report.ts';
import type { ScanReport } from './scan-report.ts';
import { withKeysReversed } from './seeded.test-support.ts';

interface Counts {
  readonly format: string;
  readonly version?: string;
  readonly tools?: readonly (string | null)[];
  readonly results?: number;
  readonly effective_level?: Readonly<Record<string, number>>;
}

type Answer = { readonly report: ScanReport } | { readonly refused: ConfigurationError };

function answer(bytes: Uint8Array, file: string): Answer {
  try {
    return { report: readReport(bytes, file) };
  } catch (error) {
    if (error instanceof ConfigurationError) return { refused: error };
    throw error;
  }
}

const filesUnder = (folder: string, name: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .sort();

const countsOf = (folder: string): [string, Counts][] =>
  Object.entries(JSON.parse(readFileSync(path.join(folder, 'derived-counts.json'), 'utf8')) as Record<string, Counts>);

const SEVERITY: Readonly<Record<string, Severity>> = { error: 'high', warning: 'medium', note: 'low', none: 'none' };

/** Reports in which results are left out on purpose: one of Baseline.sarif is absent since the baseline. */
const LEFT_OUT: Readonly<Record<string, number>> = { 'samples/Baseline.sarif': 1 };

/** An external property file (SARIF 4) is no log: alone it says nothing about a scan. */
const isPartOfALog = (file: string): boolean => file.endsWith('.sarif-external-properties.json');

function tally<T extends string>(items: readonly T[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}

for (const name of [
  'sarif-sdk',
  'sarif-tutorials',
  'codeql-action',
  'scorecard',
  'defectdojo',
  'chainloop',
  'jenkins-analysis-model',
]) {
  describeCorpus(name, (folder) => {
    const sarif = countsOf(folder).filter(([file, counts]) => counts.format === 'sarif' && !isPartOfALog(file));

    it('agrees with an independent count of tools, results and levels in every SARIF log', () => {
      for (const [file, counts] of sarif) {
        const bytes = readFileSync(path.join(folder, file));
        const got = answer(bytes, file);
        if (counts.version !== '2.1.0') {
          expect([file, 'refused' in got && got.refused.code]).toEqual([file, 'report/version']);
          continue;
        }
        if (!('report' in got)) throw got.refused;
        const { findings, tools } = got.report;
        expect([file, tools.map((tool) => tool.name)]).toEqual([file, counts.tools]);
        expect([file, findings.length + (LEFT_OUT[file] ?? 0)]).toEqual([file, counts.results]);
        if (bytes.includes('security-severity') || file in LEFT_OUT) continue; // the level is not the severity there
        const expected = Object.fromEntries(
          Object.entries(counts.effective_level ?? {}).map(([level, n]) => [SEVERITY[level], n]),
        );
        expect([file, tally(findings.map((finding) => finding.severity))]).toEqual([file, expected]);
      }
    });

    it('loads or refuses every file with a reason, and never fails otherwise', () => {
      for (const file of filesUnder(folder, /\.(sarif|json|xml|golden)$/)) {
        const got = answer(readFileSync(path.join(folder, file)), file);
        if ('refused' in got) expect(got.refused.at).toContain(file);
      }
    });

    it('gives every finding of every log its own fingerprint, independent of the order of keys', () => {
      for (const [file] of sarif) {
        const bytes = readFileSync(path.join(folder, file));
        const got = answer(bytes, file);
        if (!('report' in got)) continue;
        const prints = got.report.findings.map((finding) => finding.fingerprint);
        expect(new Set(prints).size).toBe(prints.length);
        const reversed = new TextEncoder().encode(
          JSON.stringify(withKeysReversed(JSON.parse(bytes.toString().replace(/^\uFEFF/, '')))),
        );
        expect(readReport(reversed, file).findings.map((finding) => finding.fingerprint)).toEqual(prints);
      }
    });
  });
}

describeCorpus('sarif-sdk', (folder) => {
  it('refuses a part of a log that was handed over alone', () => {
    const file = path.join(folder, 'validate/Inputs/SimpleExample.sarif-external-properties.json');
    expect(answer(readFileSync(file), 'part.json')).toMatchObject({ refused: { code: 'report/shape', at: 'part.json#/runs' } });
  });

  it('finds rule X in what the reference validator said about X_Invalid, and not in what it said about X_Valid', () => {
    const outputs = path.join(folder, 'validate/ExpectedOutputs');
    for (const file of filesUnder(outputs, /_(Invalid|Valid)\.sarif$/)) {
      const rule = file.split('.')[0] ?? '';
      const found = readReport(readFileSync(path.join(outputs, file)), file).findings.filter((finding) => finding.rule === rule);
      expect([file, found.length > 0]).toEqual([file, file.endsWith('_Invalid.sarif')]);
    }
  });
});

describeCorpus('codeql-action', (folder) => {
  it('refuses the invalid log and loads the valid ones, as the upload action does', () => {
    for (const file of filesUnder(folder, /\.sarif$/)) {
      const got = answer(readFileSync(path.join(folder, file)), file);
      expect([file, 'refused' in got]).toEqual([file, file.startsWith('invalid-')]);
    }
  });
});

describe('ZAP reports of others', () => {
  const expected = [
    ['heimdall2', 'zap/input/webgoat.json', { alerts: 28, instances: 312, unlisted: 12 }],
    ['chainloop', 'zap_scan/report_json.json', { alerts: 4, instances: 32, unlisted: 0 }],
  ] as const;
  for (const [name, file, { instances, unlisted }] of expected) {
    describeCorpus(name, (folder) => {
      it('agrees with an independent count of places, plus one finding for each list that ZAP cut off', () => {
        const { format, findings, result } = readReport(readFileSync(path.join(folder, file)), file);
        expect([format, findings.length, result.known]).toEqual(['zap', instances + unlisted, true]);
        expect(new Set(findings.map((finding) => finding.fingerprint)).size).toBe(findings.length);
      });
    });
  }

  describeCorpus('defectdojo', (folder) => {
    it('refuses the XML form by name of what is read instead', () => {
      for (const file of filesUnder(path.join(folder, 'zap'), /\.xml$/)) {
        expect(answer(readFileSync(path.join(folder, 'zap', file)), file)).toHaveProperty('refused');
      }
    });
  });
});
