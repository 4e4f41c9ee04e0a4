import { describe, expect, it } from '@jest/globals';
import { readReport } from './read-report.ts';
import { randomFrom, shuffled, withKeysReversed } from './seeded.test-support.ts';

interface Result {
  readonly ruleId: string;
  readonly level?: string;
  readonly file: string;
  readonly line: number;
  readonly snippet?: string;
  readonly hash?: string;
}

function sarif(results: readonly Result[]) {
  return {
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'scanner', rules: [{ id: 'a' }] } }, results: results.map(toSarif) }],
  };
}

function toSarif({ ruleId, level, file, line, snippet, hash }: Result) {
  const region = { startLine: line, startColumn: 3, ...(snippet === undefined ? {} : { snippet: { text: snippet } }) };
  return {
    ruleId,
    ...(level === undefined ? {} : { level }),
    message: { text: 'm' },
    locations: [{ physicalLocation: { artifactLocation: { uri: file }, region } }],
    ...(hash === undefined ? {} : { partialFingerprints: { primaryLocationLineHash: hash } }),
  };
}

const read = (document: unknown) => readReport(new TextEncoder().encode(JSON.stringify(document)), 'scan.sarif').findings;
const prints = (results: readonly Result[]) => read(sarif(results)).map((finding) => finding.fingerprint);

/** Small alphabets, so that look-alikes are frequent. */
function randomResults(seed: number): Result[] {
  const { pick, below } = randomFrom(seed);
  return Array.from({ length: 1 + below(12) }, () => ({
    ruleId: pick(['a', 'b']),
    level: pick(['error', 'note']),
    file: pick(['x.py', 'y.py']),
    line: 1 + below(4),
    ...pick([{}, { snippet: pick(['f(x)', 'g(x)']) }, { hash: pick(['0badcafe:1', 'deadbeef:1']) }]),
  }));
}

const seeds = Array.from({ length: 400 }, (_, seed) => seed);

describe('a fingerprint', () => {
  it('belongs to one finding only, whatever look-alikes a report holds: else one exception would waive two', () => {
    for (const seed of seeds) {
      const all = prints(randomResults(seed));
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('does not depend on the order of results or of keys', () => {
    for (const seed of seeds) {
      const results = randomResults(seed);
      const before = read(sarif(results))
        .map((finding) => JSON.stringify(finding))
        .sort();
      const after = read(withKeysReversed(sarif(shuffled(results, seed))))
        .map((finding) => JSON.stringify(finding))
        .sort();
      expect(after).toEqual(before);
    }
  });

  it('stays when lines above are added or removed, as long as the tool gives a fingerprint or the code', () => {
    for (const seed of seeds) {
      const results = randomResults(seed).filter(({ hash, snippet }) => hash !== undefined || snippet !== undefined);
      expect(prints(results.map((result) => ({ ...result, line: result.line + 17 })))).toEqual(prints(results));
    }
  });

  it('stays when look-alikes join, and the newcomers get one that nobody has excepted', () => {
    for (const seed of seeds) {
      const results = randomResults(seed);
      const before = prints(results);
      const after = prints([...results, ...results]);
      expect(new Set(after).size).toBe(2 * results.length);
      expect(after).toEqual(expect.arrayContaining(before));
    }
  });

  it('differs by tool, rule, file, code and position: nothing can borrow the exception of another', () => {
    const base: Result = { ruleId: 'a', file: 'x.py', line: 1 };
    const others: Result[] = [
      { ...base, ruleId: 'b' },
      { ...base, file: 'y.py' },
      { ...base, line: 2 },
      { ...base, snippet: 'f(x)' },
      { ...base, snippet: 'g(x)' },
      { ...base, hash: '0badcafe:1' },
      { ...base, hash: 'f(x)' },
    ];
    expect(new Set(prints([base, ...others])).size).toBe(1 + others.length);
    const renamed = { ...sarif([base]) };
    renamed.runs = renamed.runs.map((run) => ({ ...run, tool: { driver: { ...run.tool.driver, name: 'other' } } }));
    expect(read(renamed)[0]?.fingerprint).not.toBe(prints([base])[0]);
  });

  it('is not fooled by a tool that gives every finding the same words (Semgrep without an account)', () => {
    const document = sarif([
      { ruleId: 'a', file: 'x.py', line: 1, snippet: 'f(x)' },
      { ruleId: 'a', file: 'x.py', line: 9, snippet: 'g(x)' },
    ]);
    const results = document.runs[0]?.results ?? [];
    const plain = read(document).map((finding) => finding.fingerprint);
    for (const result of results) Object.assign(result, { fingerprints: { 'matchBasedId/v1': 'requires login' } });
    expect(read(document).map((finding) => finding.fingerprint)).toEqual(plain);
  });

  it('changes when a result spreads to one more place', () => {
    const document = sarif([{ ruleId: 'a', file: 'x.py', line: 1, hash: '0badcafe:1' }]);
    const before = read(document)[0]?.fingerprint;
    document.runs[0]?.results[0]?.locations.push({
      physicalLocation: { artifactLocation: { uri: 'z.py' }, region: { startLine: 4, startColumn: 1 } },
    });
    expect(read(document)[0]?.fingerprint).not.toBe(before);
  });
});
