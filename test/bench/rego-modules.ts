import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DECISION_FILE, readRegoSources } from '../../policies/build/rego-sources.ts';

/** conftest asks one package for `deny`; our rules answer with a list of statuses. */
const ADAPTOR = `package main

deny contains rule.id if {
	some rule in data.proofrail.decision
	rule.status == "fail"
}
`;

export interface RegoModules {
  readonly folder: string;
  readonly files: readonly string[];
}

/** The released modules, without their tests, and the adaptor: what native evaluators load. */
export function writeRegoModules(policies: string, folder: string): RegoModules {
  const { rules } = readRegoSources(policies);
  const modules = [...Object.keys(rules), DECISION_FILE].map(
    (name) => [path.join(policies, name), path.join(folder, name)] as const,
  );
  for (const [source, target] of modules) cpSync(source, target, { recursive: true });
  const adaptor = path.join(folder, 'adaptor.rego');
  writeFileSync(adaptor, ADAPTOR);
  return { folder, files: [...modules.map(([, target]) => target), adaptor] };
}
