import { InvalidArgumentError } from 'commander';

export function hours(text: string): number {
  if (/^[1-9][0-9]{0,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A whole number of hours from 1 to 99999.');
}
