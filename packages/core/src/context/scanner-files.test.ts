import { expect, it } from '@jest/globals';
import { KNOWN_TOOLS } from '../controls/registry/tool-class.ts';
import { SCANNER_FILES } from './scanner-files.ts';

/** Told by options of a workflow or settings of a build alone, as far as we know: no file of theirs counts without being named. */
const WITHOUT_A_FILE = [
  ...[
    'gosec',
    'Flawfinder',
    'SpotBugs',
    'DevSkim',
    'PMD',
    'terrascan',
    'kubescape',
    'dependency-check',
    'npm audit',
    'pip-audit',
  ],
  ...['govulncheck', 'Docker Scout', 'TruffleHog', 'Nuclei'],
];

it('leaves out no scanner whose name is known: a change could tell it where not to look, and nobody would answer for that', () => {
  const names = KNOWN_TOOLS.filter((name) => !SCANNER_FILES.has(name) && !WITHOUT_A_FILE.includes(name));
  expect(names).toEqual([]);
  expect(WITHOUT_A_FILE.filter((name) => !KNOWN_TOOLS.includes(name) || SCANNER_FILES.has(name))).toEqual([]);
});
