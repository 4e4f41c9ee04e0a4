import { describe, expect, it } from '@jest/globals';
import { unknown } from './fact.ts';
import type { Touches } from './touches.ts';
import { touchesOf } from './touches-of.ts';
import { listed } from './test/sample-change.ts';

const file = (path: string, previous: string | null = null) => ({ path, previous });
const parts = (...files: ReturnType<typeof file>[]): (keyof Touches)[] => {
  const touches = touchesOf(listed(files));
  if (!touches.known) throw new Error('a whole list');
  return (Object.keys(touches.value) as (keyof Touches)[]).filter((part) => touches.value[part]);
};

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
  ])('none of its parts: %s', (path) => expect(parts(file(path, path))).toEqual([]));

  it('nobody knows what, where the list of files lost one or was not read', () => {
    expect(touchesOf({ known: true, value: { items: [file('src/main.ts')], total: 2 } })).toEqual(unknown('truncated'));
    expect(touchesOf({ known: true, value: { items: [file('src/main.ts')], total: 0 } })).toEqual(unknown('unusable'));
    expect(touchesOf(unknown('forbidden'))).toEqual(unknown('forbidden'));
  });
});
