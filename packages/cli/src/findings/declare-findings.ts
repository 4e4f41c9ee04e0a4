import { Option, type Command } from 'commander';
import { examples, jsonOption } from '../options/shared-options.ts';
import { givenEach } from '../options/given.ts';
import type { Perform } from '../session.ts';

export interface FindingsOptions {
  readonly json?: boolean;
  readonly failOn?: 'critical' | 'high' | 'medium' | 'low';
}

export function declareFindings(program: Command, perform: Perform): void {
  program
    .command('findings')
    .summary('list what scanners found, whatever their format')
    .description(
      'Reads SARIF 2.1.0 and OWASP ZAP JSON into one list. Ends in 1 when a report proves nothing (empty, crashed, without rules) or ' +
        'when --fail-on is reached.',
    )
    .argument('<report...>', 'scanner output', givenEach)
    .addOption(
      new Option('--fail-on <severity>', 'end in 1 at this severity or above').choices(['critical', 'high', 'medium', 'low']),
    )
    .addOption(jsonOption())
    .addHelpText('after', examples('proofrail findings results.sarif', 'proofrail findings *.sarif --fail-on high --json'))
    .action((reports: string[], options: FindingsOptions) =>
      perform('findings', options, async () => (await import('./list-findings.ts')).listFindings(reports, options)),
    );
}
