import { nearest } from '../../../documents/nearest.ts';
import type { YamlDocument } from '../../../documents/strict-yaml.ts';
import { ConfigurationError } from '../../../outcomes/index.ts';
import { counted } from '../../../text/counted.ts';
import { isKindName, KIND_NAMES } from '../../retention/kind-names.ts';
import type { ControlRegistry } from '../control-registry.ts';
import type { OwnForm } from './own-form.ts';

/** `evidence.kinds`. A kind may be kept longer than all, never for less. ConfigurationError `controls/unknown-kind`, `controls/shorter-kind`. */
export function yearsOfKinds({ evidence }: OwnForm, document: YamlDocument): ControlRegistry['retentionByKind'] {
  const years = Object.entries(evidence.kinds ?? {});
  return Object.fromEntries(
    years.map(([kind, asked]) => {
      if (!isKindName(kind)) throw unknownKind(kind, document);
      if (asked < evidence.retention_years) throw shorterKind(kind, asked, evidence.retention_years, document);
      return [kind, asked];
    }),
  );
}

function unknownKind(kind: string, document: YamlDocument): ConfigurationError {
  const meant = nearest(kind, KIND_NAMES);
  return new ConfigurationError('controls/unknown-kind', {
    expected: 'a kind of evidence',
    found: kind,
    at: document.atKey(`/evidence/kinds/${kind}`),
    doThis: `${meant === null ? '' : `Did you mean ${meant}? `}docs/evidence-format.md lists them all.`,
  });
}

function shorterKind(kind: string, asked: number, all: number, document: YamlDocument): ConfigurationError {
  return new ConfigurationError('controls/shorter-kind', {
    expected: `at least ${counted(all, 'year')}, for which all evidence is kept`,
    found: counted(asked, 'year'),
    at: document.at(`/evidence/kinds/${kind}`),
    doThis: 'Give the kind as many years or more, or leave it out: a lock is never made shorter.',
  });
}
