import { Option, type Command } from 'commander';
import { examples, jsonOption } from '../options/shared-options.ts';
import { given } from '../options/given.ts';
import { leavesRecord, type RecordLeaving } from '../options/leaves-record.ts';
import { opensLedger } from '../options/ledger-access.ts';
import type { Perform } from '../session.ts';

export interface ArchiveOptions extends RecordLeaving {
  readonly subject: string;
  readonly commit?: string;
  readonly json?: boolean;
}

export function declareSbom(program: Command, perform: Perform): void {
  const sbom = program.command('sbom').description('Software bills of materials, CycloneDX JSON or SPDX JSON.');
  sbom
    .command('show')
    .description('Checks a bill of materials and lists its components.')
    .argument('<file>', 'CycloneDX JSON or SPDX JSON', given)
    .addOption(jsonOption())
    .addHelpText('after', examples('proofrail sbom show bom.cdx.json'))
    .action((file: string, options: { json?: boolean }) =>
      perform('sbom-show', options, async () => (await import('./show-sbom.ts')).showSbom(file)),
    );
  leavesRecord(
    opensLedger(sbom.command('archive'))
      .description('Stores it once, by content, and links it to an image digest and, as a claim, to a commit.')
      .argument('<file>', 'CycloneDX JSON or SPDX JSON', given)
      .addOption(
        new Option('--subject <name@digest>', 'what it describes, as name@sha256:…').argParser(given).makeOptionMandatory(),
      )
      .addOption(new Option('--commit <id>', 'full id of the commit that the subject was built from (a claim)').argParser(given)),
  )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'proofrail sbom archive bom.cdx.json --subject ghcr.io/acme/web@sha256:… --ledger file:./ledger --commit $(git rev-parse HEAD)',
      ),
    )
    .action((file: string, options: ArchiveOptions) =>
      perform('sbom-archive', options, async (session) =>
        (await import('./archive-sbom.ts')).archiveSbomFile(file, options, session),
      ),
    );
}
