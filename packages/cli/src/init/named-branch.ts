const LIST = /^((?: *branches|protected_branches): \[)([^\]\n]*)(\])$/gm;
/** No sign of YAML: such a name may stand in a list as it is. */
const PLAIN = /^[A-Za-z][\w./-]*$/;

/** May it stand in the templates as it is? */
export const isPlainBranch = (branch: string): boolean => PLAIN.test(branch);

/** Names another protected branch where the templates name `main`. A name that is no plain text leaves them as they are. */
export const withBranch = (text: string, branch: string): string => (isPlainBranch(branch) ? withBranches(text, branch) : text);

/** What lies there names branches of its own: they stay. */
export function withBranchesOf(text: string, found: string): string {
  const [named] = [...found.matchAll(LIST)];
  return named === undefined ? text : withBranches(text, named[2] ?? '');
}

const withBranches = (text: string, list: string): string =>
  text.replace(LIST, (_, before: string, _was, after: string) => `${before}${list}${after}`);
