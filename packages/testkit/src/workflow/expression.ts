/** What an expression may speak of: `inputs`, `needs`, `steps`, `github`, `job`. */
export type Contexts = Readonly<Record<string, unknown>>;

/** `success()` and `failure()`, at this place of the workflow. */
export type Standing = 'success' | 'failure';

type Value = string | number | boolean | null;

const TOKEN = /\s*(?:(\|\||&&|==|!=|[!()])|'((?:[^']|'')*)'|(true|false|null)\b|([a-z_][\w-]*(?:\.[\w-]+)*))/iy;
type Token = readonly [kind: 'sign' | 'text' | 'word' | 'path', text: string];

/**
 * One expression of a workflow, in the part of GitHub's language that our own workflows are written in. Whatever else stands there is an
 * error, and so is a name that nobody gave: a harness that guesses proves nothing.
 */
export function evaluate(expression: string, contexts: Contexts, standing: Standing): Value {
  const tokens = tokensOf(expression);
  let at = 0;
  const isNext = (sign: string): boolean => tokens[at]?.[0] === 'sign' && tokens[at]?.[1] === sign && ++at > 0;
  const refuse = (): never => {
    throw new Error(`the harness does not understand: ${expression}`);
  };

  const or = (): Value => {
    let left = and();
    while (isNext('||')) {
      const right = and();
      left = isTrue(left) ? left : right;
    }
    return left;
  };
  const and = (): Value => {
    let left = compared();
    while (isNext('&&')) {
      const right = compared();
      left = isTrue(left) ? right : left;
    }
    return left;
  };
  const compared = (): Value => {
    const left = single();
    if (isNext('==')) return isEqual(left, single());
    if (isNext('!=')) return !isEqual(left, single());
    return left;
  };
  const single = (): Value => {
    if (isNext('!')) return !isTrue(single());
    if (isNext('(')) {
      const inner = or();
      return isNext(')') ? inner : refuse();
    }
    const [kind, text] = tokens[at++] ?? refuse();
    if (kind === 'text') return text;
    if (kind === 'word') return text === 'null' ? null : text === 'true';
    if (kind !== 'path') return refuse();
    if (isNext('(')) return isNext(')') ? status(text, standing, refuse) : refuse();
    return lookUp(text, contexts);
  };

  const value = or();
  return at === tokens.length ? value : refuse();
}

/** A text with `${{ … }}` in it, as the step or the called workflow gets it. */
export function interpolate(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, inner: string) => String(evaluate(inner, contexts, 'success') ?? ''));
}

/** A condition, which means `success() && (…)` unless it asks how things stand itself. */
export function holds(condition: string | undefined, contexts: Contexts, standing: Standing): boolean {
  if (condition === undefined) return standing === 'success';
  const asks = /\b(always|success|failure)\(\)/.test(condition);
  return (asks || standing === 'success') && isTrue(evaluate(condition, contexts, standing));
}

function tokensOf(expression: string): Token[] {
  const [text, tokens] = [expression.trim(), [] as Token[]];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) throw new Error(`the harness does not understand: ${text.slice(from)}`);
    const [, sign, quoted, word, path] = found;
    if (sign !== undefined) tokens.push(['sign', sign]);
    else if (quoted !== undefined) tokens.push(['text', quoted.replaceAll("''", "'")]);
    else tokens.push(word !== undefined ? ['word', word] : ['path', path ?? '']);
  }
  return tokens;
}

const isTrue = (value: Value): boolean => value !== false && value !== 0 && value !== '' && value !== null;

/** Texts whatever their case; of different types by number, as GitHub compares: nothing equals the empty text. */
function isEqual(one: Value, other: Value): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one.toLowerCase() === other.toLowerCase();
  return typeof one === typeof other ? one === other : Number(one ?? 0) === Number(other ?? 0);
}

function status(name: string, standing: Standing, refuse: () => never): boolean {
  if (name === 'always') return true;
  return name === 'success' || name === 'failure' ? standing === name : refuse();
}

/** Below what is null, as the outputs of a skipped step are, all is. Only an event may lack what it is asked for: all other names are ours. */
function lookUp(path: string, contexts: Contexts): Value {
  let value: unknown = contexts;
  for (const step of path.split('.')) {
    if (value === null) return null;
    if (typeof value !== 'object' || !Object.hasOwn(value, step)) {
      if (path.startsWith('github.event.')) return null;
      throw new Error(`nobody gave the harness ${path}`);
    }
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  if (typeof value === 'object' && value !== null) throw new Error(`${path} is no single value`);
  return value as Value;
}
