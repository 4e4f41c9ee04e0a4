import type { Asker } from '../asking/asker.ts';
import type { HeardAnswers } from '../asking/heard-answers.ts';
import type { GateWorkflow } from '../configuration/organisation-files.ts';
import type { NamedEnvironment } from '../change/environment.ts';
import type { Demands } from '../demands.ts';
import type { ArtifactReader } from '../scans/artifact-reader.ts';
import type { Waiting } from '../waiting.ts';

/** The run that asks, by the runner's own description; what GitHub says about it is read and compared. */
export interface RunIdentity {
  readonly repository: { readonly id: string; readonly name: string };
  readonly run: { readonly id: string; readonly attempt: number };
  readonly event: string;
  /** `owner/repository/path@ref` of the workflow that runs. */
  readonly workflow: string;
}

export interface CollectorDependencies extends Waiting {
  /**
   * What the files of `.proofrail/` ask for, under those of the organisation if it has any. A ConfigurationError asks for nothing: the gate meets it again when it reads the
   * configuration, and then has facts to record it with.
   */
  demandsOf(files: ReadonlyMap<string, Uint8Array>, organisation: ReadonlyMap<string, Uint8Array> | null): Demands;
  /** The gate of an organisation; null where a repository stands for itself. Never from an input of the caller. */
  readonly organisation: GateWorkflow | null;
  readonly artifacts: ArtifactReader;
  /** The environment that a deployment goes to, or that of the job, if it has one. */
  readonly environment: NamedEnvironment | null;
  /** How long to wait for required checks and scans that have not ended. */
  readonly waitMinutes: number;
}

/** What every reading of one collection shares. */
export interface Collection {
  readonly asker: Asker;
  /** What it was answered. */
  readonly heard: HeardAnswers;
  readonly run: RunIdentity;
  readonly deps: CollectorDependencies;
  /** When waiting for producers ends, in milliseconds. */
  readonly deadline: number;
}
