import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { requireGitVersion } from './require-git-version.ts';
import { failed, runGit, type GitRun } from './run-git.ts';

/**
 * A bare repository of our own in a temporary folder that borrows the objects of another one. The other one's configuration, hooks,
 * attributes, replacements, grafts and remotes take part in nothing, and whatever is made here is gone with the folder.
 */
export class GitDesk implements Disposable {
  readonly repository: string;
  readonly #folder: string;

  private constructor(repository: string, folder: string) {
    this.repository = repository;
    this.#folder = folder;
  }

  /** ConfigurationError `git/no-repository`; UnavailableError `git/absent`, `git/too-old`, `git/failed`. */
  static async over(folder: string): Promise<GitDesk> {
    const desk = new GitDesk(path.resolve(folder), mkdtempSync(path.join(tmpdir(), 'proofrail-git-')));
    try {
      requireGitVersion(await desk.#plain(['version']));
      const [objects = '', format = ''] = (await desk.#ask()).split('\n');
      await desk.#plain(['init', '--quiet', '--bare', '--template=', `--object-format=${format}`, '.']);
      appendFileSync(path.join(desk.#folder, 'objects', 'info', 'alternates'), `${quoted(objects)}\n`);
      return desk;
    } catch (thrown) {
      desk[Symbol.dispose]();
      throw thrown;
    }
  }

  /** Over borrowed objects alone. */
  run(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<GitRun> {
    return runGit(argv, { cwd: this.#folder, env: { ...env, GIT_DIR: this.#folder } });
  }

  /**
   * What a ref of the examined repository names, or null. `for-each-ref` alone reads no object, so that a partial clone has nothing to
   * fetch, and it takes the name for no other ref than this.
   */
  async ref(name: string): Promise<string | null> {
    const argv = ['-C', this.repository, 'for-each-ref', '--format=%(objectname) %(refname)', '--', name];
    const { code, out } = await runGit(argv, { cwd: this.#folder });
    const lines = code === 0 ? out.toString('utf8').split('\n') : [];
    return lines.map((line) => line.split(' ')).find(([, found]) => found === name)?.[0] ?? null;
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #plain(argv: readonly string[]): Promise<string> {
    const { code, out, err } = await runGit(argv, { cwd: this.#folder });
    if (code !== 0) throw failed(argv[0] ?? '', err);
    return out.toString('utf8');
  }

  async #ask(): Promise<string> {
    const argv = ['-C', this.repository, 'rev-parse', '--path-format=absolute', '--git-path', 'objects', '--show-object-format'];
    const { code, out, err } = await runGit(argv, { cwd: this.#folder });
    if (code === 0) return out.toString('utf8');
    throw new ConfigurationError('git/no-repository', {
      expected: 'a git repository that belongs to the user of this process',
      found: err.trim().slice(0, 300),
      at: this.repository,
      doThis: 'name the folder of a clone; nothing in it is run',
    });
  }
}

/** As a C string: otherwise a path with a newline or a leading "#" would name another folder (gitrepository-layout). */
const quoted = (file: string): string => `"${file.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
