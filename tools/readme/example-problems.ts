import { parseAllDocuments } from 'yaml';
import type { ActionMetadata } from '../../packages/testkit/src/runner/action-metadata.ts';
import { fencedBlocks, type FencedBlock } from '../docs/markdown.ts';
import { configurationProblems } from './configuration-problems.ts';

/**
 * What is wrong with the YAML examples of a page, each as `line: problem`. A step with one of our actions must fit its action.yml, and the
 * files of `.proofrail/` that a page shows must be enough for a gate.
 */
export function exampleProblems(page: string, actions: ReadonlyMap<string, ActionMetadata>): string[] {
  const blocks = yamlBlocks(page);
  return [...blocks.flatMap((block) => blockProblems(block, actions)), ...configurationProblems(blocks)];
}

function blockProblems({ text, line }: FencedBlock, actions: ReadonlyMap<string, ActionMetadata>): string[] {
  const documents = parseAllDocuments(text);
  const found = 'empty' in documents ? [] : [...documents];
  const broken = found.flatMap((document) => document.errors.map((error) => `${line}: ${error.message.split('\n')[0] ?? ''}`));
  if (broken.length > 0) return broken;
  return found
    .flatMap((document) => steps(document.toJS()))
    .flatMap((step) => stepProblems(step, actions).map((problem) => `${line}: ${problem}`));
}

const yamlBlocks = (page: string) => fencedBlocks(page).filter(({ language }) => /^ya?ml$/.test(language));

interface Step {
  readonly uses: string;
  readonly with: Readonly<Record<string, unknown>>;
}

/** Every mapping with a `uses`, at whatever depth: whole workflows and excerpts alike. */
function steps(value: unknown): Step[] {
  if (Array.isArray(value)) return value.flatMap(steps);
  if (typeof value !== 'object' || value === null) return [];
  const here = 'uses' in value && typeof value.uses === 'string' ? [{ uses: value.uses, with: withOf(value) }] : [];
  return [...here, ...Object.values(value).flatMap(steps)];
}

const withOf = (step: object): Step['with'] =>
  'with' in step && typeof step.with === 'object' && step.with !== null ? { ...step.with } : {};

function stepProblems(step: Step, actions: ReadonlyMap<string, ActionMetadata>): string[] {
  const name = /(?:^|\/)actions\/([a-z-]+)(?:@|$)/.exec(step.uses)?.[1];
  if (name === undefined || /^actions\//.test(step.uses)) return [];
  const action = actions.get(name);
  if (action === undefined) return [`"${step.uses}" names no action of this repository`];
  const unknown = Object.keys(step.with).filter((input) => !Object.hasOwn(action.inputs, input));
  const missing = Object.keys(action.inputs).filter(
    (input) => action.inputs[input]?.required === true && !Object.hasOwn(step.with, input),
  );
  return [...unknown.map((input) => `${name} has no input "${input}"`), ...missing.map((input) => `${name} needs "${input}"`)];
}
