import { describe, expect, it } from '@jest/globals';
import { hostileText } from '../../../testkit/src/text/hostile-text.ts';
import { seededRandom } from '../../../testkit/src/text/seeded-random.ts';
import { createRecord } from '../evidence/index.ts';
import { fixedSources, testSigner } from '../evidence/test/sample-sources.ts';
import { readReport } from '../reports/index.ts';
import { scanDraft, type ScannedCommit } from './scan-draft.ts';

const sources = fixedSources(testSigner());
const scanned: ScannedCommit = {
  commit: 'c'.repeat(40),
  at: Date.parse('2026-11-21'),
  origin: { system: 'github', facts: 'given', method: 'event', collector_id: 'test', collector_version: '1' },
};

describe('a recorded scan', () => {
  it('can be signed whatever a scanner calls itself, and holds nothing of what it says', () => {
    const random = seededRandom(12);
    for (let seed = 0; seed < 500; seed++) {
      const text = Buffer.from(hostileText(random)).toString('utf8');
      const driver = { name: text, version: text, rules: [{ id: text }] };
      const results = [{ ruleId: text, level: 'error', message: { text: `${text} ada@example.org` } }];
      const report = readReport(
        Buffer.from(JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver }, results }] })),
        'r.sarif',
      );
      const record = JSON.stringify(createRecord(scanDraft(report, false, scanned), sources));
      expect(record).toContain(report.digest);
      expect(record).not.toContain('ada@example.org');
    }
  });

  it('is recorded although the scanner goes by something that no record may hold, without that name', () => {
    for (const name of ['AKIAIOSFODNN7EXAMPLE', 'scan +49 171 2345678', 'ghp_0123456789abcdefghijklmnopqrstuvwxyz']) {
      const driver = { name, version: '1', rules: [{ id: 'a' }] };
      const report = readReport(
        Buffer.from(JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver }, results: [] }] })),
        'r.sarif',
      );
      expect(createRecord(scanDraft(report, false, scanned), sources).predicate).toMatchObject({
        evidence: { tool_name: null },
      });
    }
  });

  it('says what kind of file the report was, by the format that it was read as', () => {
    const sarif = { version: '2.1.0', runs: [{ tool: { driver: { name: 'a' } }, results: [] }] };
    const zap = { '@version': '2.15.0', site: [] };
    const types = [sarif, zap].map((document) => {
      const report = readReport(Buffer.from(JSON.stringify(document)), 'report');
      return scanDraft(report, false, scanned).evidence.raw_media_type;
    });
    expect(types).toEqual(['application/sarif+json', 'application/json']);
  });

  it('never calls a scan that did not end a result', () => {
    const report = readReport(Buffer.from('{"version":"2.1.0","runs":[]}'), 'r.sarif');
    expect(createRecord(scanDraft(report, false, scanned), sources).predicate).toMatchObject({
      evidence: { outcome: 'error' },
      result: { known: false },
    });
  });
});
