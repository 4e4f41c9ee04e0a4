/** One line that act logs with `--json`, no more of it than the tests read. */
interface LogLine {
  readonly level?: string;
  readonly msg?: string;
  readonly jobID?: string;
  readonly stepID?: readonly string[];
  readonly step?: string;
  readonly stepResult?: string;
  readonly jobResult?: string;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
}

/** What act said of a run of one workflow: results by job and step, outputs, summaries. */
export class ActRun {
  readonly exitCode: number;
  readonly log: string;
  readonly #lines: readonly LogLine[];

  constructor(exitCode: number, log: string) {
    this.exitCode = exitCode;
    this.log = log;
    this.#lines = log.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as LogLine] : []));
  }

  /** How each job that began ended, in the order of ending. A job that was skipped says nothing. */
  get jobs(): Readonly<Record<string, string>> {
    const ended = this.#lines.filter(({ jobResult }) => jobResult !== undefined);
    return Object.fromEntries(ended.map(({ jobID, jobResult }) => [jobID ?? '', jobResult ?? '']));
  }

  /** How each step of a job ended, by id, or by name where it has none. */
  steps(job: string): Readonly<Record<string, string>> {
    const ended = this.#lines.filter(({ jobID, stepResult }) => jobID === job && stepResult !== undefined);
    return Object.fromEntries(ended.map((line) => [nameOf(line), line.stepResult ?? '']));
  }

  outputs(job: string, step: string): Readonly<Record<string, string>> {
    const set = this.#lines.filter((line) => line.command === 'set-output' && line.jobID === job && nameOf(line) === step);
    return Object.fromEntries(set.map(({ name, arg }) => [name ?? '', arg ?? '']));
  }

  summary(job: string): string {
    const written = this.#lines.filter(({ command, jobID }) => command === 'summary' && jobID === job);
    return written.map(({ content }) => content ?? '').join('\n');
  }

  /** What act would have had to fetch from the network. */
  get fetched(): readonly string[] {
    return this.#lines.flatMap(({ msg = '' }) => (/LocalRepositoryCache not matched/.test(msg) ? [msg] : []));
  }
}

/** act numbers the steps that have no id. */
const nameOf = ({ stepID, step }: LogLine): string => {
  const id = stepID?.at(-1) ?? '';
  return /^\d*$/.test(id) ? (step ?? id) : id;
};
