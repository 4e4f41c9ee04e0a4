import { readFileSync } from 'node:fs';
import path from 'node:path';
import { shown } from '../terminal/shown.ts';
import type { CommandAnswer, RunCommand } from './command-runner.ts';
import type { DemoFolder } from './demo-folder.ts';
import type { ArchiveDocument, ImageDocument } from './documents.ts';
import { bad, detail, good, note, step, type Line, type Scene } from './scene.ts';

const NAME = 'registry.example/refunds';
/** A digest that no pipeline ever built. */
const STRANGER = `${NAME}@sha256:${'5'.repeat(64)}`;

/** 3. The SBOM is archived and linked to the digest; a deployment is let through by digest and by ledger, and by nothing else. */
export async function deliveredImage(run: RunCommand, folder: DemoFolder): Promise<Scene> {
  const { words: ledger, acceptsGiven } = folder.ledger;
  const digest = imageDigest(folder);
  const image = `${NAME}@${digest}`;
  const recorded = recordingWords(folder);
  const archived = await run(
    ...['sbom', 'archive', folder.example('sbom/proofrail.cyclonedx.json'), '--subject', image, ...recorded],
  );
  const trusted = [...ledger, '--trust', folder.trust, ...(acceptsGiven ? ['--accept-given'] : [])];
  const byDigest = await run('image', 'verify', folder.example('service/deploy/kubernetes.yaml'), ...trusted);
  const byTag = await run('image', 'verify', folder.example('service/deploy-by-tag/kubernetes.yaml'), ...trusted);
  const stranger = await run('image', 'verify', STRANGER, ...trusted);
  const deployed = await run(
    ...['record', 'deployment', '--image', image, '--environment', 'production', '--status', 'success', ...recorded],
  );
  const { sbom } = archived.document as ArchiveDocument;
  return {
    title: 'What was built from it may be deployed, and nothing else',
    steps: [
      step(archived, good(`SBOM archived: ${sbom.components} components, linked to ${digest.slice(0, 19)}…`)),
      step(byDigest, ...linesOf(byDigest), ...bucketLines(acceptsGiven)),
      step(byTag, ...linesOf(byTag)),
      step(stranger, ...linesOf(stranger)),
      step(deployed, good('deployment to production recorded')),
    ],
    asTold:
      [archived, deployed].every(({ exitCode }) => exitCode === 0) &&
      byDigest.exitCode === (acceptsGiven ? 0 : 1) &&
      [byTag, stranger].every(({ exitCode }) => exitCode === 1),
  };
}

/** Of a command that leaves a record about the commit that was allowed. */
function recordingWords(folder: DemoFolder): string[] {
  const { repository, change } = readJson(folder.example('changes/allowed.facts.json')) as Facts;
  return [
    ...['--commit', change.head.commit, ...folder.ledger.words, '--stream', repository.id],
    ...['--key', folder.key, '--save-receipt', folder.receipt],
  ];
}

interface Facts {
  readonly repository: { readonly id: string };
  readonly change: { readonly head: { readonly commit: string } };
}

const bucketLines = (acceptsGiven: boolean): Line[] =>
  acceptsGiven ? [] : [note('in a bucket nothing rests on facts that were handed over, not even in this story')];

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

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
