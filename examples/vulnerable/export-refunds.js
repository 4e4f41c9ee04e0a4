// Weak on purpose: a caller's text becomes a command line, a pattern and a path. See README.md.
import { exec } from 'node:child_process';
import { readFileSync } from 'node:fs';

export function exportRefunds(month, done) {
  exec(`zip refunds-${month}.zip refunds-${month}.csv`, done);
}

export function findRefunds(file, order) {
  const pattern = new RegExp(`^(${order}+)+,`);
  return readFileSync(file, 'utf8').split('\n').filter((line) => pattern.test(line));
}
