import { readStrictYaml } from '../../documents/index.ts';
import type { ControlRegistry } from '../registry/control-registry.ts';
import { registryOf } from '../registry/registry-of.ts';
import { knownRules } from './known-rules.ts';

export const registryFrom = (text: string, file: string): ControlRegistry => registryOf([readStrictYaml(text, file)], knownRules);
