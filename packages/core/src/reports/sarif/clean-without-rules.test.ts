import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeCorpus } from '../../../../../test/corpora.ts';
import { readReport } from '../read-report.ts';
import type { ScanReport } from '../scan-report.ts';

const FIXTURES = path.join(import.meta.dirname, 'fixtures');
const fixture = (name: string): ScanReport => readReport(readFileSync(path.join(FIXTURES, name)), name);

type Json = Record<string, unknown>;
const CLEAN: Json = {
  tool: { driver: { name: 'zizmor', version: '1.32.0' } },
  invocations: [{ executionSuccessful: true }],
  results: [],
};
const readAll = (runs: readonly Json[]): ScanReport =>
  readReport(new TextEncoder().encode(JSON.stringify({ version: '2.1.0', runs })), 'scan.sarif');
const read = (change: Json): ScanReport => readAll([{ ...CLEAN, ...change }]);

describe('a clean report that lists no rules', () => {
  it.each([
    ['bandit-clean.sarif', 'Bandit'],
    ['zizmor-clean.sarif', 'zizmor'],
  ])('%s: is unknown all the same, and says whose word would make it known', (name, tool) => {
    expect(fixture(name)).toMatchObject({ result: { known: false, why: 'unusable' }, unlisted: { tools: [tool], rules: 0 } });
  });

  it('is worth nothing where no line was read: Bandit over an empty folder calls itself successful', () => {
    expect(fixture('bandit-nothing-scanned.sarif')).toMatchObject({ result: { known: false }, unlisted: null });
  });

  const worthless: Record<string, Json> = {
    'the tool does not name itself': { tool: { driver: { version: '1.32.0' } } },
    'the tool names no version': { tool: { driver: { name: 'zizmor' } } },
    'nothing says that it was started': { invocations: undefined },
    'its list of invocations is empty': { invocations: [] },
    'nobody says how it ended': { invocations: [{}] },
    'it ended badly': { invocations: [{ executionSuccessful: false }] },
    'something could not be scanned': {
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: [{ level: 'error', message: { text: 'x' } }] }],
    },
    'there are no results': { results: undefined },
    'it found something, without naming a rule': { results: [{ message: { text: 'x' } }] },
    'what it found is absent since the baseline': { results: [{ message: { text: 'x' }, baselineState: 'absent' }] },
    'it looked at no artifact': { artifacts: [] },
    'its results live elsewhere': { externalPropertyFileReferences: { results: [{ location: { uri: 'r.json' } }] } },
  };
  for (const [why, change] of Object.entries(worthless)) {
    it(`is worth nothing where ${why}`, () => {
      expect(read(change)).toMatchObject({ result: { known: false }, unlisted: null });
    });
  }

  it('rests on the word of every run that lists none, and of no other', () => {
    const listing = { ...CLEAN, tool: { driver: { name: 'Semgrep', version: '1', rules: [{ id: 'a' }, { id: 'b' }] } } };
    expect(readAll([listing, CLEAN]).unlisted).toEqual({ tools: ['zizmor'], rules: 2 });
    expect(readAll([listing]).unlisted).toBeNull();
    expect(readAll([CLEAN, { ...listing, results: null }]).unlisted).toBeNull();
    expect(readAll([]).unlisted).toBeNull();
  });
});

// Many are the validator's own clean outputs, successful and with an artifact each; but none says which version ran.
for (const corpus of ['sarif-sdk', 'sarif-tutorials', 'codeql-action', 'defectdojo', 'chainloop', 'jenkins-analysis-model']) {
  describeCorpus(corpus, (folder) => {
    it('holds no report that a word in the registry could make clean', () => {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.sarif'));
      const read = files.flatMap((file) => {
        try {
          return [readReport(readFileSync(path.join(folder, file)), file)];
        } catch {
          return []; // what is refused is another test's matter
        }
      });
      expect(read.filter(({ unlisted }) => unlisted !== null)).toEqual([]);
    });
  });
}
