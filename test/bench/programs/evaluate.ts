// The evaluator alone, as a whole process: reads an input document, asks every rule in a fresh instance, prints the answers. No digest,
// no validation, no registry: what `conftest test` does with the same rules. Usage: evaluate INPUT.json
import { readFileSync } from 'node:fs';
import type { InputDocument } from '@proofrail/core/context';
import { loadPolicy } from '@proofrail/core/policy';
import { readBundle } from '../../../policies/index.ts';

const [file = ''] = process.argv.slice(2);
const input = JSON.parse(readFileSync(file, 'utf8')) as InputDocument;
process.stdout.write(`${JSON.stringify((await loadPolicy(readBundle())).evaluate(input))}\n`);
