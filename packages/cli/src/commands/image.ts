import type { Command } from 'commander';
import { examples, jsonOption } from '../options/common.ts';
import { givenEach } from '../options/given.ts';
import type { Perform } from '../session.ts';

export function declareImage(program: Command, perform: Perform): void {
  const image = program.command('image').description('Image references: is what gets deployed named by its digest?');
  image
    .command('verify')
    .summary('require name@sha256:… in every reference')
    .description(
      'Requires that every image reference is pinned by digest. Give references, Kubernetes or Compose files, or folders of them. ' +
        'Nothing found is never ok.',
    )
    .argument('<reference-or-file...>', 'an image reference, a manifest, or a folder', givenEach)
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples('proofrail image verify k8s/', 'proofrail image verify compose.yaml ghcr.io/acme/web:1.2 --json'),
    )
    .action((targets: string[], options: { json?: boolean }) =>
      perform('image-verify', options, async () => (await import('../image/verify-images.ts')).verifyImages(targets)),
    );
}
