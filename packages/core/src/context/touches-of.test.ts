import { describe, expect, it } from '@jest/globals';
import { unknown } from '../facts/fact.ts';
import type { Touches } from './touches.ts';
import { SCANNER_FILES } from './scanner-files.ts';
import { touchesOf } from './touches-of.ts';
import { listed } from './test/sample-change.ts';
import { SeededRandom } from './test/seeded-random.ts';

const file = (path: string, previous: string | null = null) => ({ path, previous });
const found = (...files: ReturnType<typeof file>[]): Touches => {
  const touches = touchesOf(listed(files));
  if (!touches.known) throw new Error('a whole list');
  return touches.value;
};
const PARTS = ['policy', 'owners', 'workflows', 'scanners'] as const;
const parts = (...files: ReturnType<typeof file>[]): (keyof Touches)[] => PARTS.filter((part) => found(...files)[part]);
const onlyExceptions = (...files: ReturnType<typeof file>[]): boolean => found(...files).only_exceptions;

describe('a change touches', () => {
  it.each<[keyof Touches, string[]]>([
    ['policy', ['.proofrail/controls.yaml', '.proofrail/exceptions/one.yaml', '.proofrail', '.PROOFRAIL/roles.yaml']],
    ['owners', ['CODEOWNERS', '.github/CODEOWNERS', 'docs/CODEOWNERS', 'docs/codeowners', 'docs']],
    [
      'workflows',
      ['.github/workflows/ci.yml', '.github/workflows', '.GitHub/Workflows/x.yml', '.github/actions/a/run.sh', 'a/b/action.yaml'],
    ],
    [
      'scanners',
      [
        ...['.semgrep.yml', '.semgrepignore', 'packages/a/.semgrepignore', '.semgrep/rules/a.yml', '.trivyignore', 'trivy.yaml'],
        ...[
          '.trivyignore.yaml',
          '.checkov.yaml',
          '.checkov.yml',
          '.gitleaks.toml',
          'web/.gitleaksignore',
          '.bandit',
          '.grype.yaml',
        ],
        ...[
          '.snyk',
          '.github/codeql/config.yml',
          'eslint.config.js',
          '.eslintrc.json',
          'sonar-project.properties',
          '.zap/rules.tsv',
        ],
        ...['.hadolint.yaml', '.pre-commit-config.yaml'],
        ...['osv-scanner.toml', 'web/osv-scanner.toml', '.syft.yaml', '.syft/config.yaml', '.grype/config.yaml', 'zizmor.yml'],
        ...['.github/zizmor.yaml', '.tfsec/config.json', 'kics.config', '.checkov.baseline', '.gitguardian.yaml', '.mobsf'],
        ...['.secretlintrc.json', '.secretlintignore', '.secrets.baseline', 'config/brakeman.ignore', '.cargo/audit.toml'],
        ...['.sonarcloud.properties', '.Snyk', '.ſnyk', '.checKov.yaml', 'ESLint.config.js'],
      ],
    ],
  ])('%s, by the path that a file has and by the one that it left', (part, paths) => {
    for (const path of paths) {
      expect([path, parts(file('src/main.ts'), file(path))]).toEqual([path, [part]]);
      expect([path, parts(file('src/main.ts', path))]).toEqual([path, [part]]);
    }
  });

  it('owners, workflows and scanners where a link or a submodule takes the place of their folder', () => {
    expect(parts(file('.github'))).toEqual(['owners', 'workflows', 'scanners']);
  });

  it.each([
    ...[
      'src/main.ts',
      'src/.proofrail/controls.yaml',
      'proofrail/controls.yaml',
      '.proofrail.md',
      'src/CODEOWNERS',
      'docs/CODEOWNERS.md',
    ],
    ...['docs/a.md', '.github/dependabot.yml', 'workflows/ci.yml', 'src/action.ts', 'src/transaction.yml', 'src/semgrep.ts'],
    ...['.cargo/config.toml', 'docs/osv-scanner.md', 'src/syft.ts', 'secrets.baseline', 'my-osv-scanner.toml'],
  ])('none of its parts: %s', (path) => expect(parts(file(path, path))).toEqual([]));

  it('files of exceptions alone, when every path that it comes to or leaves is one', () => {
    const one = file('.proofrail/exceptions/one.yaml');
    expect(onlyExceptions(one)).toBe(true);
    expect(onlyExceptions(one, file('.proofrail/exceptions/two.yml', '.proofrail/exceptions/old.yml'))).toBe(true);
  });

  it.each([
    ['no file at all', []],
    ['the registry beside it', [file('.proofrail/controls.yaml')]],
    ['a folder of another name', [file('.proofrail/exceptions.yaml'), file('.proofrail/exceptions-2/one.yaml')]],
    ['a file that came from elsewhere', [file('.proofrail/exceptions/one.yaml', 'src/main.ts')]],
    ['a file that went elsewhere', [file('src/main.ts', '.proofrail/exceptions/one.yaml')]],
    ['another file, wherever it stands', [file('.proofrail/exceptions/one.yaml'), file('src/main.ts')]],
    ['the folder replaced by a link', [file('.proofrail/exceptions')]],
    ['a folder inside', [file('.proofrail/exceptions/more/one.yaml')]],
    ['a name in other letters', [file('.PROOFRAIL/exceptions/one.yaml')]],
    ['a way out', [file('.proofrail/exceptions/../controls.yaml')]],
    ['a line break', [file('.proofrail/exceptions/one.yaml\nsrc/main.ts')]],
  ])('more than files of exceptions: %s', (_, files) => expect(onlyExceptions(...files)).toBe(false));

  it('nobody knows what, where the list of files lost one or was not read', () => {
    expect(touchesOf({ known: true, value: { items: [file('src/main.ts')], total: 2 } })).toEqual(unknown('truncated'));
    expect(touchesOf({ known: true, value: { items: [file('src/main.ts')], total: 0 } })).toEqual(unknown('unusable'));
    expect(touchesOf(unknown('forbidden'))).toEqual(unknown('forbidden'));
  });
});

it('touches scanners where any pattern of theirs says so, and nowhere else, over 20,000 paths', () => {
  const patterns = [...SCANNER_FILES.values()].flat();
  const words = [...new Set(patterns.flatMap(({ source }) => source.match(/[a-z-]{3,}|\.[a-z]+/g) ?? []))];
  const random = new SeededRandom(7);
  let touched = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const glue = ['/', '.', '', 's', '-'] as const;
    const path = Array.from({ length: 1 + random.below(4) }, () => random.pick(words) + random.pick(glue)).join('');
    const isTold = patterns.some((pattern) => pattern.test(path));
    touched += isTold ? 1 : 0;
    expect([path, found(file(path)).scanners]).toEqual([path, isTold]);
  }
  expect(touched).toBeGreaterThan(500);
});
