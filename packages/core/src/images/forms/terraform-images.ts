import { helmReleaseValues } from './helm-release-values.ts';
import { namesVersion } from './plausible-image.ts';

const ARGUMENT = /(?:^|[\s{,(])"?(\w*image(?:_uri|_identifier)?)"?[ \t]*(?:=(?!=)|:)[ \t]*("(?:[^"\\]|\\.)*"|[^\s,;}]*)/gi;
const JUST_IMAGE = /^(?:container_|docker_)?image(?:_uri|_identifier)?$/i;
const VARIABLE = /^[ \t]*variable[ \t]+"\w*image\w*"/i;
const DEFAULT = /\bdefault[ \t]*=[ \t]*"((?:[^"\\]|\\.)+)"/g;
const WORDS_ABOUT = /^[ \t]*(?:description|error_message|condition)\b/;
const LITERAL = /"((?:[^"\\]|\\.)+)"/g;
/** Providers whose `image` is the disk of a machine. */
const MACHINE =
  /^resource[ \t]+"(?:hcloud_server|digitalocean_droplet|google_compute_\w+|linode_instance|vultr_instance|scaleway_instance_server|lxd_\w+|incus_\w+)"/;

export interface TerraformImage {
  readonly reference: string;
  /** From 1. */
  readonly line: number;
}

/**
 * Images in the text of Terraform files: arguments called an image, in blocks and in JSON that is made there, and defaults of variables.
 * Nothing is evaluated: an expression is what nobody knows here. Comments of one line do not count.
 */
export function terraformImages(text: string): readonly TerraformImage[] {
  const lines = text.split('\n').map((line) => (/^\s*(?:#|\/\/)/.test(line) ? '' : line));
  const isPlain = !/<<|\/\*/.test(text); // in a heredoc or a comment a line may only look like the head of a block
  const set = helmReleaseValues(lines.map(spelled));
  let head = '';
  return lines.flatMap((line, index) => {
    if (/^\w/.test(line) || VARIABLE.test(line)) head = line;
    const written = isPlain && MACHINE.test(head) ? [] : argumentsIn(line);
    const found = [...written, ...(set.get(index) ?? []), ...defaultsIn(line, VARIABLE.test(head), isPlain)];
    return [...new Set(found)].map((reference) => ({ reference, line: index + 1 }));
  });
}

const ESCAPE = /\\(?:U0000|u)([0-9a-fA-F]{4})/g;
const signOf = (digits: string): string => String.fromCharCode(Number.parseInt(digits, 16));

/** Any name may be written without its letters. */
const spelled = (line: string): string =>
  line.replace(ESCAPE, (escape, digits: string) => (/\w/.test(signOf(digits)) ? signOf(digits) : escape));

/** In a text of JSON a name stands behind a backslash. */
const unescaped = (line: string): string => line.replaceAll('\\"', '"').replace(ESCAPE, (_, digits: string) => signOf(digits));

function argumentsIn(line: string): string[] {
  return [...new Set([line, unescaped(line)])].flatMap(argumentsOf);
}

function argumentsOf(line: string): string[] {
  return [...line.matchAll(ARGUMENT)].flatMap(([, key = '', written = '']) => {
    const literal = /^"([^"]*)"$/.exec(written)?.[1];
    if (!JUST_IMAGE.test(key) && !namesVersion(literal ?? '')) return [];
    return [literal ?? `\${${written}}`];
  });
}

function defaultsIn(line: string, isOfImage: boolean, isPlain: boolean): string[] {
  const defaults = [...line.matchAll(DEFAULT)].map(([, literal = '']) => literal);
  if (!isOfImage) return isPlain ? [] : defaults.filter((literal) => namesVersion(literal) && !literal.includes('://'));
  const others = WORDS_ABOUT.test(line) ? [] : [...line.matchAll(LITERAL)].map(([, literal = '']) => literal);
  return [...defaults, ...others.filter(namesVersion)];
}
