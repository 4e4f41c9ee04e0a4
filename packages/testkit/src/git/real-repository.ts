import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type Files = Readonly<Record<string, string | null>>;

const CLEAN = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', LC_ALL: 'C', PATH: process.env['PATH'] ?? '' };
const SETTINGS = ['user.name=Story', 'user.email=story@example.invalid', 'commit.gpgSign=false', 'init.defaultBranch=main'];

/** A repository on disk, made and moved by git's own everyday commands: what a person, a platform or an admin would run. */
export class RealRepository implements Disposable {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'proofrail-repository-'));
  #minute = 0;

  constructor() {
    this.git('init', '--quiet', '--initial-branch=main');
  }

  /** One git command; its standard output without the last newline. Throws where git fails. */
  git(...argv: readonly string[]): string {
    this.#minute += 1;
    const date = `@${1_700_000_000 + this.#minute * 60} +0000`;
    const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
    return execFileSync('git', [...settings, ...argv], {
      cwd: this.folder,
      env: { ...CLEAN, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, GIT_EDITOR: 'true' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trimEnd();
  }

  write(files: Files): void {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(this.folder, name);
      if (text === null) rmSync(file);
      else {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
  }

  /** Commits files on whatever is checked out. */
  commit(files: Files, message = 'change'): string {
    this.write(files);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
    return this.head();
  }

  head(of = 'HEAD'): string {
    return this.git('rev-parse', `${of}^{commit}`);
  }

  tree(of = 'HEAD'): string {
    return this.git('rev-parse', `${of}^{tree}`);
  }

  /** A branch from `from` with one commit for each set of files; main is checked out again afterwards. Gives back its head. */
  branch(name: string, steps: readonly Files[], from = 'main'): string {
    this.git('switch', '--quiet', '--create', name, from);
    for (const files of steps) this.commit(files, `${name} step`);
    const head = this.head();
    this.git('switch', '--quiet', 'main');
    return head;
  }

  squash(head: string): string {
    this.git('merge', '--quiet', '--squash', head);
    this.git('commit', '--quiet', '--message', 'squashed');
    return this.head();
  }

  mergeCommit(head: string): string {
    this.git('merge', '--quiet', '--no-ff', '--no-edit', head);
    return this.head();
  }

  rebase(head: string): string {
    this.git('cherry-pick', '--allow-empty', `main..${head}`);
    return this.head();
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
