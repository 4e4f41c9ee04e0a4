import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../../packages/testkit/src/runner/repository-root.ts';
import type { OurClone } from './our-clone.ts';

const STAND_INS = path.join(repositoryRoot, 'test/act/stand-ins');
const USES = /uses: ([\w.-]+\/([\w.-]+))(?:\/[\w./-]+)?@([0-9a-f]{40})/g;

/** Who answers for every action that shipped workflows name: our clone for our own, a stand-in for everybody else's. */
export function answered(clone: OurClone, workflows: readonly string[]): ReadonlyMap<string, string> {
  const named = workflows.flatMap((file) => [...readFileSync(path.join(repositoryRoot, file), 'utf8').matchAll(USES)]);
  const others = named.flatMap(([, repository = '', name = '', commit = '']) => {
    const folder = path.join(STAND_INS, `fake-${name}`);
    return existsSync(folder) ? [[`${repository}@${commit}`, folder] as const] : [];
  });
  return new Map([...others, [`proofrail/proofrail@${clone.commit}`, clone.folder]]);
}
