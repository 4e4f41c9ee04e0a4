import { readFileSync } from 'node:fs';
import path from 'node:path';
import { shown } from '../terminal/shown.ts';
import type { CommandAnswer, RunCommand } from './command-runner.ts';
import type { DemoFolder } from './demo-folder.ts';
import type { ArchiveDocument, ImageDocument } from './documents.ts';
import { bad, commandsOf, detail, good, note, type Line, type Scene } from './scene.ts';

const NAME = 'registry.example/refunds';
/** A digest that no pipeline ever built. */
const STRANGER = `${NAME}@sha256:${'5'.repeat(64)}`;

/** 3. The SBOM is archived and linked to the digest; a deployment is let through by digest and by ledger, and by nothing else. */
export async function deliveredImage(run: RunCommand, folder: DemoFolder): Promise<Scene> {
  const digest = imageDigest(folder);
  const { words: ledger, acceptsGiven } = folder.ledger;
  const archived = await run(
    ...[
      'sbom',
      'archive',
      folder.example('sbom/proofrail.cyclonedx.json'),
      '--subject',
      `${NAME}@${digest}`,
      '--commit',
      commitOf(folder),
    ],
    ...[...ledger, '--stream', streamOf(folder), '--key', folder.key, '--save-receipt', folder.receipt],
  );
  const given = acceptsGiven ? ['--accept-given'] : [];
  const verify = (what: string) => run('image', 'verify', what, ...ledger, '--trust', folder.trust, ...given);
  const byDigest = await verify(folder.example('service/deploy/kubernetes.yaml'));
  const byTag = await verify(folder.example('service/deploy-by-tag/kubernetes.yaml'));
  const stranger = await verify(STRANGER);
  const deployed = await run(
    ...['record', 'deployment', '--image', `${NAME}@${digest}`, '--environment', 'production', '--status', 'success'],
    ...[
      '--commit',
      commitOf(folder),
      ...ledger,
      '--stream',
      streamOf(folder),
      '--key',
      folder.key,
      '--save-receipt',
      folder.receipt,
    ],
  );
  const { sbom } = archived.document as ArchiveDocument;
  return {
    title: 'What was built from it may be deployed, and nothing else',
    commands: commandsOf(archived, byDigest, byTag, stranger, deployed),
    lines: [
      good(`SBOM archived: ${sbom.components} components, linked to ${digest.slice(0, 19)}…`),
      ...linesOf(byDigest),
      ...linesOf(byTag),
      ...linesOf(stranger),
      ...(acceptsGiven ? [] : [note('in a bucket nothing rests on facts that were handed over, not even in this story')]),
      good('deployment to production recorded'),
    ],
    asTold:
      [archived, deployed].every(({ exitCode }) => exitCode === 0) &&
      byDigest.exitCode === (acceptsGiven ? 0 : 1) &&
      [byTag, stranger].every(({ exitCode }) => exitCode === 1),
  };
}

function linesOf({ document }: CommandAnswer): Line[] {
  return (document as ImageDocument).images.flatMap(({ reference, state, ledger }) => {
    if (state !== 'pinned')
      return [bad(`refused   ${shown(reference)}`), detail('a tag can point elsewhere tomorrow: name the digest')];
    if (ledger?.outcome !== 'allow')
      return [bad(`refused   ${shown(reference)}`), detail(shown(ledger?.reason ?? 'the ledger was not asked'))];
    const { commit, link_claimed_by: claimedBy, facts } = ledger;
    return [
      good(`verified  ${shown(reference)}`),
      detail(`comes from commit ${commit}, which was allowed (link claimed by ${claimedBy})`),
      ...(facts === 'given' ? [note('facts given, not read')] : []),
    ];
  });
}

function imageDigest(folder: DemoFolder): string {
  const index = readJson(path.join(folder.example('image'), 'index.json')) as { manifests: readonly { digest: string }[] };
  return index.manifests[0]?.digest ?? '';
}

interface Facts {
  readonly repository: { readonly id: string };
  readonly change: { readonly head: { readonly commit: string } };
}

const facts = (folder: DemoFolder): Facts => readJson(folder.example('changes/allowed.facts.json')) as Facts;
const commitOf = (folder: DemoFolder): string => facts(folder).change.head.commit;
const streamOf = (folder: DemoFolder): string => facts(folder).repository.id;
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
