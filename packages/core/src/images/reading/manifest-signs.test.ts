import { describe, expect, it } from '@jest/globals';
import { hasSignOfManifest } from './manifest-signs.ts';

const POD = 'apiVersion: v1\nkind: Pod\nspec: {containers: [{image: "x:latest"}]}\n';

describe('a file that nobody can read', () => {
  it.each([
    ['settings with comments', '{\n  // strict\n  "compilerOptions": { "strict": true, },\n}\n'],
    ['a broken fixture', '{"a": \n'],
    ['several documents of JSON', '{"a":1}\n{"b":2}\n'],
    ['tabs', 'a:\n\tb: 1\n'],
    ['a variable of Ansible', '- name: x\n  value: {{ y }}\n'],
  ])('has no sign of a manifest: %s', (_, text) => expect(hasSignOfManifest(text)).toBe(false));

  it.each([
    ['a template of Helm', 'metadata: {{ .x }}\nkind: Deployment\n'],
    ['values', 'web: {{ x }}\n  repository: a\n'],
    ['names in escapes', '"im\\u0061ge": "x:latest"\n\t'],
    ['names in two halves', '"im\\\nage": "x:latest"\n\t'],
    ['names in Base64', '? !!binary aW1hZ2U=\n: x\n\t'],
    ['a made name', '- {{ k }}: x:latest\n'],
    ['names put together', '- {{ printf "%s%s" "im" "age" }}\n'],
    ['another template', '{{ include "web.deployment" . }}\n'],
    ['a statement', '{% include x %}\n'],
    ['another encoding', [...POD].join('\0')],
  ])('has one: %s', (_, text) => expect(hasSignOfManifest(text)).toBe(true));

  it('answers at once to texts made to send an expression back and forth', () => {
    for (const text of ['{{'.repeat(500_000), '{{ a }}'.repeat(100_000), '\\'.repeat(1_000_000), ' '.repeat(1_000_000)]) {
      const started = performance.now();
      hasSignOfManifest(text);
      expect(performance.now() - started).toBeLessThan(1_000);
    }
  });
});
