import { describeValue, type JsonCursor } from '../documents/index.ts';
import { ConfigurationError } from '../outcomes/index.ts';

/** The refusal of a version whose members mean something else, or may. */
export function unreadVersion(document: JsonCursor, member: string, expected: string): ConfigurationError {
  return new ConfigurationError('sbom/version', {
    expected,
    found: describeValue(document.raw(member)),
    at: document.at(member),
    doThis: 'let the generator write one of these versions',
  });
}
