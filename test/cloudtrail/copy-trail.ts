import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FakeTrail } from '@proofrail/testkit';

/** As `aws s3 sync` and one `aws s3api head-object` leave a trail in a folder. */
export function copyTrail({ files, signatures }: Pick<FakeTrail, 'files' | 'signatures'>, folder: string): void {
  for (const [key, bytes] of files) {
    const file = path.join(folder, key);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  const [key = '', signature = ''] = [...signatures].at(-1) ?? [];
  const head = { ContentLength: 1, Metadata: { signature, 'signature-algorithm': 'SHA256withRSA' } };
  writeFileSync(path.join(folder, `${key}.head.json`), JSON.stringify(head));
}
