import type { Command } from 'commander';
import {
  acceptGivenOption,
  attachmentsOption,
  examples,
  jsonOption,
  ledgerOption,
  trustOption,
} from '../options/shared-options.ts';
import { givenEach } from '../options/given.ts';
import { opensLedger, type LedgerAccess } from '../options/ledger-access.ts';
import type { Perform } from '../session.ts';

export interface VerifyImagesOptions extends LedgerAccess {
  readonly ledger?: string;
  readonly trust?: string;
  readonly attachments?: string;
  readonly acceptGiven?: boolean;
  readonly json?: boolean;
}

export function declareImage(program: Command, perform: Perform): void {
  const image = program.command('image').description('Image references: is what gets deployed named by its digest?');
  opensLedger(image.command('verify'), ledgerOption())
    .summary('require name@sha256:… in every reference, and an allowed change behind it')
    .description(
      'Requires that every image reference is pinned by digest. Give references, Kubernetes or Compose files, or folders of them. ' +
        'With --ledger it also requires that the digest comes from a change that was allowed. Nothing found is never ok.',
    )
    .argument('<reference-or-file...>', 'an image reference, a manifest, or a folder', givenEach)
    .addOption(trustOption())
    .addOption(attachmentsOption())
    .addOption(acceptGivenOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'proofrail image verify k8s/',
        'proofrail image verify compose.yaml ghcr.io/acme/web:1.2 --json',
        'proofrail image verify k8s/ --ledger file:./ledger --trust trust.json',
      ),
    )
    .action((targets: string[], options: VerifyImagesOptions) =>
      perform('image-verify', options, async (session) =>
        (await import('./verify-images.ts')).verifyImages(targets, options, session),
      ),
    );
}
