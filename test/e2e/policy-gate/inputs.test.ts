import { describe } from '@jest/globals';
import { soundChange } from '../material/change.ts';
import {
  allowEnvironmentRow,
  attachmentsRow,
  identitiesRow,
  ledgerRow,
  OPTIONAL,
  REQUIRED,
  signingKeyRow,
} from '../material/common-rows.ts';
import { describeInputs, refused, WORKS } from '../material/describe-inputs.ts';

const facts = (edit: (text: string) => string) => (workspace: { write(name: string, text: string): string }) =>
  workspace.write('edited.json', edit(JSON.stringify(soundChange().facts)));

describe('inputs of policy-gate', () => {
  describeInputs(
    'policy-gate',
    {
      facts: {
        ...REQUIRED,
        valid: ['facts.json', './facts.json'],
        wrong: [
          ['no-such-facts.json', refused('file/absent')],
          ['reports', refused('file/not-a-file')],
          ['-', refused('json/unexpected-end')], // nothing on standard input
          [facts(() => ''), refused('json/unexpected-end')],
          [facts((text) => text.slice(0, -1)), refused('json/unexpected-end')],
          [facts((text) => `\ufeff${text}`), refused('json/byte-order-mark')],
          [facts((text) => text.replace('"platform":', '"platform":"x","platform":')), refused('json/duplicate-key')],
          [facts((text) => text.replace('"read_at":', '"raed_at":')), refused('facts/missing-key')],
          [facts((text) => text.replace('proofrail.facts/v1', 'proofrail.facts/v2')), refused('facts/wrong-value')],
        ],
      },
      reports: {
        // Without the reports that the facts name, the scans are unknown: a denial, not an error.
        omitted: { exit: 1, code: 'scans.complete' },
        empty: { exit: 1, code: 'scans.complete' },
        blank: { exit: 1, code: 'scans.complete' },
        valid: ['reports/semgrep.sarif\r\n\r\n reports/gitleaks.sarif \nreports/checkov.sarif\nreports/semgrep.sarif'],
        wrong: [
          ['no-such-report.sarif', refused('file/absent')],
          ['reports', refused('file/not-a-file')],
          [(workspace) => workspace.write('r.sarif', '{"version": "2.1.0", "runs": ['), refused('json/unexpected-end')],
          [(workspace) => workspace.write('r.sarif', '{"hello": "world"}'), refused('report/unknown-format')],
          [(workspace) => workspace.write('r.sarif', '{"version": "2.1.0", "runs": {}}'), refused('report/shape')],
        ],
      },
      config: {
        omitted: WORKS,
        empty: refused('input/required'),
        blank: refused('input/required'),
        valid: ['.proofrail', './.proofrail/'],
        wrong: [
          ['no-such-folder', refused('file/absent')],
          ['facts.json', refused('file/not-a-folder')],
          ['reports', refused('config/unknown-file')],
          [
            (workspace) => {
              workspace.write('.proofrail/controls/iso27001.yaml', 'A.8.32:\n  pipeline: {aprovals: {min: 2}}\n');
              return '.proofrail';
            },
            refused('controls/unknown-key'),
          ],
        ],
      },
      phase: {
        omitted: WORKS,
        empty: refused('input/required'),
        blank: refused('input/required'),
        valid: ['all'],
        wrong: [
          ['record', refused('input/unknown-word')],
          ['decide', refused('input/not-for-this-phase')], // with a ledger: it would look as if evidence had been left
        ],
      },
      ledger: ledgerRow,
      'signing-key': signingKeyRow,
      attachments: attachmentsRow,
      identities: identitiesRow,
      'allow-environment': { ...allowEnvironmentRow, ...OPTIONAL },
    },
    (workspace) => workspace.layOut(soundChange()),
  );
});
