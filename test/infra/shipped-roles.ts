import { readFileSync } from 'node:fs';

const FOLDER = new URL('../../infra/modules/roles/', import.meta.url);
const FILES = ['repositories.tf', 'services.tf', 'people.tf'];

/** A policy of infra/policies as a role gets it. */
export interface ShippedDocument {
  readonly document: string;
  /** As Terraform says it, such as `each.value.id` or `"${each.value.id}-pr"`; null: the document is about no one stream. */
  readonly stream: string | null;
}

export interface ShippedRole {
  /** Name of its module in infra/modules/roles. */
  readonly name: string;
  readonly trust: string;
  readonly policies: readonly ShippedDocument[];
}

const CALL =
  /templatefile\("\$\{local\.(?:policies|trust)\}\/([a-z-]+)\.json\.tftpl"(?:, merge\(var\.names, \{ stream = ([^}]+(?:\}[^}]*)?) \}\))?/g;

/** Which documents make which role, read out of the Terraform: a role that gets one more has it here too. */
export function shippedRoles(): readonly ShippedRole[] {
  const text = FILES.map((file) => readFileSync(new URL(file, FOLDER), 'utf8')).join('\n');
  const named = new Map(
    [...text.matchAll(/^ {2}(\w+) += (templatefile\(.*\))$/gm)].map(([, name = '', call = '']) => [name, call] as const),
  );
  return [...text.matchAll(/^module "(\w+)" \{\n(.*?)^\}/gms)].map(([, name = '', body = '']) => {
    const whole = body.replaceAll(/\blocal\.(\w+)(?!\w|\})/g, (reference, local: string) => named.get(local) ?? reference);
    const [trust, ...policies] = [...whole.matchAll(CALL)].map(([, document = '', stream = null]) => ({ document, stream }));
    if (trust === undefined || policies.length === 0) throw new Error(`${name}: no trust policy or nothing that it may do`);
    return { name, trust: trust.document, policies };
  });
}
