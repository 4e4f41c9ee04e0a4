import { Option, type Command } from 'commander';
import { apiUrlOption, examples, jsonOption } from '../options/shared-options.ts';
import { given, givenEach } from '../options/given.ts';
import type { Perform } from '../session.ts';

export interface DoctorOptions {
  readonly workflows?: string;
  readonly required?: readonly string[];
  readonly apiUrl: string;
  readonly requireComplete?: boolean;
  readonly json?: boolean;
}

export function declareDoctor(program: Command, perform: Perform): void {
  program
    .command('doctor')
    .summary('what an auditor would find in a repository, and which ways round its gate are open')
    .description(
      'Reads what the token in GITHUB_TOKEN or GH_TOKEN can see: rules, environments, workflow files, checks. Begins with the six ' +
        'findings that auditors write most often. With --workflows it reads the files of a folder instead, without network. Ends in ' +
        '1 when something was found. What could not be seen is named with the permission that would show it, and is never called clean.',
    )
    .argument('[owner/repository]', 'the repository to look at', given)
    .addOption(new Option('--workflows <dir>', 'look at the workflow files of this folder instead').argParser(given))
    .addOption(
      new Option('--required <check>', 'with --workflows: name of a required check; may be given several times').argParser(
        givenEach,
      ),
    )
    .addOption(apiUrlOption())
    .addOption(new Option('--require-complete', 'end in 1 too when something could not be seen'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples('proofrail doctor acme/payments', 'proofrail doctor --workflows .github/workflows --required test --json'),
    )
    .action((repository: string | undefined, options: DoctorOptions) =>
      perform('doctor', options, async (session) => (await import('./run-doctor.ts')).runDoctor(repository, options, session)),
    );
}
