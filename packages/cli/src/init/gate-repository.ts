/** The repository of an organisation's gate, as the files that call it name it. */
export interface GateRepository {
  /** `owner/repository` */
  readonly name: string;
  /** Null until somebody reviewed one: the template's is no commit at all, and GitHub refuses it. */
  readonly commit: string | null;
}

const NO_COMMIT = '0'.repeat(40);
const NAMED = /(?<![\w./-])(?!proofrail\/proofrail\/)([\w.-]+\/[\w.-]+)(\/\.github\/workflows\/[\w-]+\.yml)(?:@([0-9a-f]{40}))?/g;

/** Names the organisation's own repository where the templates leave it open. */
export const withGate = (text: string, { name, commit }: GateRepository): string =>
  text.replace(NAMED, (_, _name, file: string, pinned?: string) =>
    pinned === undefined ? `${name}${file}` : `${name}${file}@${commit ?? NO_COMMIT}`,
  );

/** What a file names today; null where it names none. */
export function gateIn(text: string): GateRepository | null {
  const [, name, , commit = NO_COMMIT] = [...text.matchAll(NAMED)][0] ?? [];
  return name === undefined ? null : { name, commit: commit === NO_COMMIT ? null : commit };
}
