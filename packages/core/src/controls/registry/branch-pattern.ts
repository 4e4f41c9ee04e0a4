/** Characters a branch name may have to match a star at all. Git allows more; what nobody can see or type must not pass a gate. */
const NAME_CHARACTERS = 'A-Za-z0-9._/+@#-';
const GLOB = new RegExp(`^[${NAME_CHARACTERS}*]{1,200}$`);

/** A branch name in which `*` stands for one or more characters: `feature/*`, `main`. */
export function isBranchGlob(text: string): boolean {
  return GLOB.test(text);
}

/** The same as an RE2 pattern over a whole branch name. The rule anchors it at both ends. */
export function branchPattern(glob: string): string {
  return glob.replaceAll(/[.+]/g, String.raw`\$&`).replaceAll('*', `[${NAME_CHARACTERS}]+`);
}
