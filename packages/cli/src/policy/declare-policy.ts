import type { Command } from 'commander';
import { examples, jsonOption } from '../options/shared-options.ts';
import { given } from '../options/given.ts';
import type { TestOptions } from './test-rules.ts';
import type { Perform } from '../session.ts';

type Options = { readonly json?: boolean };

export function declarePolicy(program: Command, perform: Perform): void {
  const policy = program.command('policy').description('The rules of the gate, and tests of your own.');
  policy
    .command('list')
    .description('Lists every rule of the bundle.')
    .addOption(jsonOption())
    .addHelpText('after', examples('proofrail policy list'))
    .action((options: Options) => perform('policy-list', options, async () => (await import('./list-rules.ts')).listRules()));
  policy
    .command('explain')
    .description('What a rule asks for, which controls it supports, what it can say, and what to do about it.')
    .argument('<rule>', 'id of a rule, such as approvals.quorum, or its catalogue code, such as APR-01', given)
    .addOption(jsonOption())
    .addHelpText('after', examples('proofrail policy explain approvals.quorum'))
    .action((rule: string, options: Options) =>
      perform('policy-explain', options, async () => (await import('./explain-rule.ts')).explainRule(rule)),
    );
  policy
    .command('test')
    .description("Runs the Rego tests of a folder with OPA's own evaluator. A folder without a test is never ok.")
    .argument('<dir>', 'folder with .rego files, their _test.rego files, and .json or .yaml files of data', given)
    .option('--schemas <dir>', 'folder of the JSON schemas that annotations name (default: <dir>/schemas)', given)
    .option('--coverage', 'show for each file which lines no test runs')
    .addOption(jsonOption())
    .addHelpText('after', examples('proofrail policy test ./our-policies', 'proofrail policy test policy --coverage'))
    .action((folder: string, options: Options & TestOptions) =>
      perform('policy-test', options, async () => (await import('./test-rules.ts')).testRules(folder, options)),
    );
}
