import { execFileSync } from 'node:child_process';
import { RealRepository, type Scenario } from '@proofrail/testkit';

/** What `git clone` would give of branches of the fake GitHub: the same objects, under the same ids, in a repository on disk. */
export function cloneOf({ git }: Scenario, branches: Readonly<Record<string, string>>): RealRepository {
  const clone = new RealRepository();
  const marks = new Map<string, number>();
  const stream: (string | Buffer)[] = [];
  const data = (content: string | Buffer) => stream.push(`data ${Buffer.byteLength(content)}\n`, content, '\n');
  for (const [branch, tip] of Object.entries(branches)) {
    for (const { oid, parents, author, committer, message, tree } of git.history(tip).reverse()) {
      if (marks.has(oid)) continue;
      marks.set(oid, marks.size + 1);
      stream.push(`commit refs/heads/${branch}\nmark :${marks.size}\n`);
      for (const [role, { name, email, date }] of Object.entries({ author, committer }))
        stream.push(`${role} ${name} <${email}> ${Math.floor(date.getTime() / 1000)} +0000\n`);
      data(message);
      parents.forEach((parent, index) => stream.push(`${index === 0 ? 'from' : 'merge'} :${marks.get(parent)}\n`));
      stream.push('deleteall\n');
      for (const [path, { mode, content }] of git.filesOf(tree)) {
        stream.push(`M ${mode} inline ${path}\n`);
        data(content);
      }
    }
    stream.push(`reset refs/heads/${branch}\nfrom :${marks.get(tip)}\n\n`);
  }
  const input = Buffer.concat(stream.map((part) => Buffer.from(part)));
  execFileSync('git', ['fast-import', '--quiet', '--force'], { cwd: clone.folder, input });
  for (const [branch, tip] of Object.entries(branches))
    if (clone.head(branch) !== tip) throw new Error(`${branch} is not the commit that it is on GitHub`);
  return clone;
}
