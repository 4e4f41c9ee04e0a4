import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { TrailFile, TrailFiles } from '@proofrail/audit/cloudtrail';
import { isJsonObject, parseStrictJson } from '@proofrail/core/canonical';
import { ConfigurationError, Failure, UnavailableError } from '@proofrail/core/outcomes';
import { fileFailure, readBoundedFile } from '@proofrail/machine';

const MOST_FILE_BYTES = 64 * 1024 * 1024;
const MOST_HEAD_BYTES = 65_536;
/** Beside a digest: what `aws s3api head-object` printed about it. A copy of a bucket loses the metadata, and the signature with it. */
const HEAD = '.head.json';

/** The copy of a bucket that `aws s3 sync` makes: the path of a file is the key of its object. Symbolic links are refused, not followed. */
export class TrailFolder implements TrailFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @throws ConfigurationError `file/absent`, `file/not-a-folder`, `file/symbolic-link`; UnavailableError `file/unreadable` */
  keys(): readonly string[] {
    try {
      if (!lstatSync(this.#folder).isDirectory()) throw refused('file/not-a-folder', 'a folder', 'something else', this.#folder);
      const entries = readdirSync(this.#folder, { recursive: true, withFileTypes: true });
      for (const entry of entries.filter((each) => !each.isFile() && !each.isDirectory()))
        throw notAFile(entry.parentPath, entry.name);
      const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith(HEAD));
      return files.map(({ parentPath, name }) =>
        path.relative(this.#folder, path.join(parentPath, name)).replaceAll(path.sep, '/'),
      );
    } catch (cause) {
      throw fileFailure(this.#folder, cause);
    }
  }

  read(key: string): TrailFile {
    try {
      return { kind: 'found', bytes: this.#bytes(key, MOST_FILE_BYTES), signature: this.#signature(key) };
    } catch (cause) {
      if (cause instanceof ConfigurationError && cause.code === 'file/absent') return { kind: 'absent' };
      if (cause instanceof UnavailableError || cause instanceof ConfigurationError)
        return { kind: 'unreadable', cause: cause.code };
      throw cause;
    }
  }

  #signature(key: string): string | null {
    try {
      const head = parseStrictJson(this.#bytes(key + HEAD, MOST_HEAD_BYTES), { at: key + HEAD });
      const metadata = isJsonObject(head) ? head['Metadata'] : undefined;
      if (!isJsonObject(metadata) || metadata['signature-algorithm'] !== 'SHA256withRSA') return null;
      return typeof metadata['signature'] === 'string' ? metadata['signature'] : null;
    } catch (cause) {
      if (cause instanceof Failure) return null; // where nobody else names the signature, that is a finding
      throw cause;
    }
  }

  #bytes(key: string, most: number): Uint8Array {
    return readBoundedFile(path.join(this.#folder, key), { most, within: this.#folder });
  }
}

const notAFile = (folder: string, name: string): ConfigurationError =>
  refused('file/symbolic-link', 'regular files and folders only', 'a link, pipe or device', path.join(folder, name));

const refused = (code: `file/${string}`, expected: string, found: string, at: string): ConfigurationError =>
  new ConfigurationError(code, { expected, found, at, doThis: 'copy the bucket into an empty folder with "aws s3 sync"' });
