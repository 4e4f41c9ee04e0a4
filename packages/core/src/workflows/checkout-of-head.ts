import { normalised } from './expressions.ts';
import type { StepInJob } from './jobs-of.ts';
import { reachingTexts, shellVariablesIn, textsOfVariable, type Surroundings } from './reaching-texts.ts';
import type { Written } from './workflow.ts';

const HEAD_OF_OTHERS = [
  /github\.event\.pull_request\.(head\b|merge_commit_sha)/,
  /github\.head_ref/,
  /github\.event\.workflow_run\.(head_|pull_requests)/,
  /github\.event\.((issue|pull_request)\.)?number/,
  /refs\/pull\//,
];
/** In a command a number alone says nothing: `git checkout -b review-${{ github.event.number }}` stays where it is. */
const HEAD_IN_COMMAND = /\bpull\/|head_ref|head_sha|\.head\b|headref(oid|name)|merge_commit_sha/i;

const ACTION_THAT_CHECKS_OUT = /^[^@]*checkout[^@]*@/i;
const GIT_VERBS = ['fetch', 'pull', 'clone', 'checkout', 'switch', 'reset', 'merge', 'rebase', 'cherry-pick', 'worktree'];
const ARCHIVE = /\b(tarball|zipball|codeload|archive)\b/i;

/** What of a step brings the head of a pull request into the working directory. */
export function checkoutOfHead({ does }: StepInJob, surroundings: Surroundings): readonly Written<string>[] {
  if (does.kind === 'run')
    return commandsOf(does.script.value).some((each) => fetchesHead(each, surroundings)) ? [does.script] : [];
  if (!ACTION_THAT_CHECKS_OUT.test(does.uses.value) && !/^\.\/.*checkout/i.test(does.uses.value)) return [];
  const asked = [does.inputs.get('ref'), does.inputs.get('repository')].flatMap((input) => input ?? []);
  return asked.filter(({ value }) => isHead(reachingTexts(value, surroundings))).slice(0, 1);
}

/** What reaches it by a detour may come from a script, which has names of its own for the head. */
const isHead = ([own = '', ...others]: readonly string[]): boolean =>
  isHeadOfOthers(own) || others.some((text) => isHeadOfOthers(text) || HEAD_IN_COMMAND.test(normalised(text)));

const isHeadOfOthers = (text: string): boolean => HEAD_OF_OTHERS.some((pattern) => pattern.test(normalised(text)));

interface Command {
  readonly line: string;
  /** What the script itself has put into variables. */
  readonly assigned: ReadonlyMap<string, string>;
}

/** A line, with those that it goes on in; comments do nothing. */
function commandsOf(script: string): Command[] {
  const lines = script.replaceAll(/[\\`]\r?\n/g, ' ').split(/\r?\n/);
  const commands = lines.filter((line) => !/^\s*#/.test(line));
  const assigned = new Map(
    commands.flatMap((line) => {
      const [, name, value = ''] = /^\s*(?:export\s+|\$)?(\w+)\s?=\s?(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name.toLowerCase(), value] as const];
    }),
  );
  return commands.map((line) => ({ line, assigned }));
}

function fetchesHead({ line, assigned }: Command, surroundings: Surroundings): boolean {
  const words = line.split(/[\s"'()`;&|]+/);
  if (follows(words, ['gh', 'pr', 'checkout']) || follows(words, ['gh', 'co'])) return true;
  const fetches =
    GIT_VERBS.some((verb) => follows(words, ['git', verb])) || follows(words, ['gh', 'repo', 'clone']) || ARCHIVE.test(line);
  if (!fetches) return false;
  const variables = shellVariablesIn(line);
  const texts = variables.flatMap((name) => [assigned.get(name.toLowerCase()) ?? '', ...textsOfVariable(name, surroundings)]);
  return [line, ...texts]
    .flatMap((text) => reachingTexts(text, surroundings))
    .some((text) => HEAD_IN_COMMAND.test(normalised(text)));
}

/** In this order, whatever options stand between them. */
function follows(words: readonly string[], wanted: readonly string[]): boolean {
  let from = 0;
  for (const word of wanted) {
    from = words.indexOf(word, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
