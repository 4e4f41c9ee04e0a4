import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const page = readFileSync('docs/stores.md', 'utf8');

/** First cells of the table under a heading. */
function rowsUnder(heading: string): string[][] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [table = ''] = /(?:^\|.*\n)+/m.exec(section.split('\n## ')[0] ?? '') ?? [];
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) => row.slice(2, -2).split(' | '));
}

describe('docs/stores.md', () => {
  it('lists what the contract suite tries, all of it and nothing else', () => {
    const suite = readFileSync('test/contract/object-store.ts', 'utf8');
    const names = [...suite.matchAll(/^ {4}it\('(.+)', /gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(9);
    expect(rowsUnder('The contract').map(([name]) => name)).toEqual(names);
  });

  it.each([
    ['SeaweedFS', 'seaweedfs-differences.test.ts'],
    ['MinIO', 'minio-differences.test.ts'],
  ])('lists every difference of %s that is checked, as it is checked', (server, file) => {
    const checked = readFileSync(`packages/stores/s3/test/${file}`, 'utf8');
    const differences = [...checked.matchAll(/what: '(.+)',\n\s*aws: '(.+)',\n\s*here: '(.+)',/g)].map(([, ...cells]) => cells);
    expect(differences.length).toBeGreaterThan(6);
    expect(rowsUnder(`Where ${server} differs from AWS`)).toEqual(differences);
  });
});
