import type { Command } from 'commander';
import type { StoreOptions } from '@proofrail/machine/store-options';
import {
  acceptGivenOption,
  attachmentsOption,
  examples,
  jsonOption,
  ledgerOption,
  trustOption,
  s3EndpointOption,
  s3PathStyleOption,
} from '../options/shared-options.ts';
import { givenEach } from '../options/given.ts';
import type { Perform } from '../session.ts';

export interface VerifyImagesOptions extends StoreOptions {
  readonly ledger?: string;
  readonly trust?: string;
  readonly attachments?: string;
  readonly acceptGiven?: boolean;
  readonly json?: boolean;
}

export function declareImage(program: Command, perform: Perform): void {
  const image = program.command('image').description('Image references: is what gets deployed named by its digest?');
  image
    .command('verify')
    .summary('require name@sha256:… in every reference, and an allowed change behind it')
    .description(
      'Requires that every image reference is pinned by digest. Give references, Kubernetes or Compose files, or folders of them. ' +
        'With --ledger it also requires that the digest comes from a change that was allowed. Nothing found is never ok.',
    )
    .argument('<reference-or-file...>', 'an image reference, a manifest, or a folder', givenEach)
    .addOption(ledgerOption())
    .addOption(s3EndpointOption())
    .addOption(s3PathStyleOption())
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
      perform('image-verify', options, async () => (await import('../image/verify-images.ts')).verifyImages(targets, options)),
    );
}
