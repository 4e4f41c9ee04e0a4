import { isSha256, sha256 } from '@proofrail/core/canonical';
import { unknown, unknownOf, type Fact, type FactsDocument } from '@proofrail/core/context';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { ENDPOINTS } from '../asking/endpoints.ts';
import { callsUnaltered } from '../change/calls-unaltered.ts';
import type { ContextNode } from '../change/checks.ts';
import { compareText } from '../change/account.ts';
import { numericId, time } from '../change/wire.ts';
import type { ArtifactReader } from './artifact-reader.ts';
import { referencedWorkflows } from '../change/referenced-workflows.ts';
import { everyJobIsPinned } from './pinned-jobs.ts';
import { producingRun } from './producing-run.ts';
import { nameOfSource, type ReportSource } from './report-source.ts';
import { workflowBlob, type Workflows } from '../change/workflows.ts';

type Scan = Extract<FactsDocument['scans'], { known: true }>['value']['items'][number];

/** A report beside the facts: data of a scanner, parsed by whoever judges. */
export interface DeliveredReport {
  readonly bytes: Uint8Array;
  /** For errors. */
  readonly name: string;
}

export interface Scans {
  readonly fact: FactsDocument['scans'];
  readonly reports: readonly DeliveredReport[];
}

export interface ScanQuestion {
  readonly repository: { readonly id: string; readonly name: string };
  readonly owner: string;
  readonly name: string;
  readonly commit: string;
  readonly contexts: Fact<readonly ContextNode[]>;
  /** Workflow files at the judged commit, and where the policy comes from. */
  readonly judged: Fact<Workflows>;
  readonly trusted: Fact<Workflows>;
  readonly sources: readonly ReportSource[];
  readonly textOf: (blob: string) => Promise<Fact<string>>;
}

const MOST_BYTES = 64 * 1024 * 1024;
/** A SARIF file, or what ZAP writes. */
const REPORT = /\.(sarif|json)$/i;

const artifactsBody = v.object({
  total_count: v.number(),
  artifacts: v.array(
    v.object({
      id: numericId,
      name: v.string(),
      size_in_bytes: v.number(),
      expired: v.boolean(),
      created_at: time,
      digest: v.nullish(v.string(), null),
    }),
  ),
});

/**
 * The first of the two roads of a report (decisions.md, Facts): artifacts of the runs on the judged commit whose workflow the registry
 * names. A run proves itself by the file that it ran, not by its name: equal to the protected one, or made of pinned workflows alone.
 */
export async function readScanReports(asker: Asker, artifacts: ArtifactReader, question: ScanQuestion): Promise<Scans> {
  const items: Scan[] = [];
  const reports: DeliveredReport[] = [];
  const readings = question.sources.map(async (source) => ({
    source,
    read: await readSource(asker, artifacts, question, source),
  }));
  for (const { source, read } of await Promise.all(readings)) {
    if (!read.known) return { fact: unknownOf(read.why, [nameIn(source, question)]), reports: [] };
    for (const { scan, report } of read.value) {
      const same = items.find(({ report: digest }) => digest === scan.report);
      // One file for two scanners: it would answer for a scan that nobody made.
      if (same !== undefined && same.scanner !== scan.scanner)
        return { fact: unknownOf('unusable', [same.scanner, scan.scanner]), reports: [] };
      if (same !== undefined) continue;
      items.push(scan);
      reports.push(report);
    }
  }
  items.sort((one, other) => compareText(`${one.scanner} ${one.report}`, `${other.scanner} ${other.report}`));
  return { fact: { known: true, value: { items, total: items.length } }, reports };
}

function nameIn(source: ReportSource, question: ScanQuestion): string {
  const { contexts } = question;
  const beside = contexts.known ? producingRun(contexts.value, source.workflow, question)?.beside : null;
  return `${nameOfSource(source)}${typeof beside === 'string' ? `, beside ${beside}` : ''}`;
}

interface Delivery {
  readonly scan: Scan;
  readonly report: DeliveredReport;
}

async function readSource(
  asker: Asker,
  artifacts: ArtifactReader,
  question: ScanQuestion,
  source: ReportSource,
): Promise<Fact<Delivery[]>> {
  const { contexts, owner, name, commit } = question;
  if (!contexts.known) return contexts;
  const run = producingRun(contexts.value, source.workflow, question);
  if (run !== null && run.beside !== null) return unknown('producer');
  if (run === null || !run.completed) return unknown('pending');
  const producer = await producerOf(asker, question, source, run.id);
  if (!producer.known) return producer;
  const parameters = { owner, repo: name, run_id: Number(run.id), name: source.artifact, per_page: 100 };
  const listed = await asker.rest(ENDPOINTS.artifacts, parameters, artifactsBody);
  if (!listed.known) return listed;
  const { artifacts: page, total_count: total } = listed.value;
  if (page.length !== total) return unknown('truncated');
  const ours = page.filter((artifact) => artifact.name === source.artifact && !artifact.expired);
  const newest = ours.sort((one, other) => compareText(one.created_at, other.created_at)).at(-1);
  if (newest === undefined) return { known: true, value: [] };
  if (newest.size_in_bytes > MOST_BYTES) return unknown('truncated');
  const read = await artifacts.read({ owner, name, run: run.id, id: newest.id, most: MOST_BYTES });
  if (!read.known) return read;
  if (!isSha256(newest.digest) || read.value.digest !== newest.digest) return unknown('unusable');
  const files = read.value.files.filter((file) => REPORT.test(file.name));
  return {
    known: true,
    value: files.map(({ name: file, bytes }) => ({
      scan: { scanner: source.scanner, report: sha256(bytes), commit, completed_at: newest.created_at, producer: producer.value },
      report: { bytes, name: `${source.artifact}/${file}` },
    })),
  };
}

const runBody = v.object({ referenced_workflows: v.nullish(referencedWorkflows, []) });

async function producerOf(
  asker: Asker,
  question: ScanQuestion,
  source: ReportSource,
  run: string,
): Promise<Fact<Scan['producer']>> {
  const { judged, trusted, owner, name } = question;
  if (!judged.known) return judged;
  if (!trusted.known) return trusted;
  const [ran, expected] = [workflowBlob(judged.value, source.workflow), workflowBlob(trusted.value, source.workflow)];
  if (ran !== null && ran === expected) {
    const unaltered = await callsUnaltered(ran, { judged: judged.value, trusted: trusted.value, textOf: question.textOf });
    return unaltered.known ? { known: true, value: unaltered.value ? 'verified' : 'unverified' } : unaltered;
  }
  if (ran === null || source.reusable.length === 0) return { known: true, value: 'unverified' };
  const text = await question.textOf(ran);
  const called = await asker.rest(ENDPOINTS.run, { owner, repo: name, run_id: Number(run) }, runBody);
  const pinned = text.known && called.known && everyJobIsPinned(text.value, called.value.referenced_workflows ?? [], source);
  return { known: true, value: pinned ? 'verified' : 'unverified' };
}
