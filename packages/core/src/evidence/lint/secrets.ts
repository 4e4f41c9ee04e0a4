// Shapes that issuers gave their tokens so that they can be found, from the issuers' own pages. A shape is enough: whether a token
// still works is nothing to try out.
const SHAPES: readonly RegExp[] = [
  /gh[pousr]_[A-Za-z0-9]{16,}/,
  /github_pat_[A-Za-z0-9_]{20,}/,
  /glpat-[A-Za-z0-9_-]{16,}/,
  /\b(AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/,
  /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/,
  /\bxapp-[A-Za-z0-9-]{10,}/,
  /\bAIza[A-Za-z0-9_-]{30,}/,
  /\b[rs]k_(live|test)_[A-Za-z0-9]{16,}/,
  /\bnpm_[A-Za-z0-9]{30,}/,
  /\bpypi-[A-Za-z0-9_-]{30,}/,
  /\bhf_[A-Za-z0-9]{30,}/,
  /\bdckr_pat_[A-Za-z0-9_-]{20,}/,
  /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/,
  /\bsk-[A-Za-z0-9_-]{20,}/,
  /AGE-SECRET-KEY-1[A-Z0-9]{20,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\./, // a JWT: two base64url objects
  /\b[Bb][Ee][Aa][Rr][Ee][Rr] [A-Za-z0-9._~+/-]{8,}/,
  /:\/\/[^/\s:@]+:[^/\s@]+@/, // a password in a URL
];

/** All of them as one: a job asks this of a few hundred texts, and what costs is that an engine gets each expression ready. */
const SHAPE = new RegExp(SHAPES.map(({ source }) => source).join('|'));

/** Runs of characters that keys and tokens are made of. */
const RUN = /[A-Za-z0-9+/_=-]{24,}/g;
const LONG_HEX = /[0-9a-fA-F]{32,}/;
const MUCH_ENTROPY = 4; // bits per character: base64 of random bytes lies near 5, words and file names below 4

export function looksLikeSecret(text: string): boolean {
  return SHAPE.test(text) || LONG_HEX.test(text) || (text.match(RUN) ?? []).some(looksRandom);
}

function looksRandom(run: string): boolean {
  const mixed = /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9]/.test(run);
  return mixed && entropy(run) >= MUCH_ENTROPY;
}

/** Shannon entropy in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((bits, each) => bits - (each / text.length) * Math.log2(each / text.length), 0);
}
