import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { isPlainlyNoKey } from './index.ts';

/** Ways in which keys were handed over by mistake. */
function formsOf(pem: string): string[] {
  const lines = pem.trim().split('\n');
  const encoded = Buffer.from(pem).toString('base64');
  return [
    pem,
    `\n${pem}`,
    ` ${pem}`,
    `"${pem}"`,
    `'${pem}'`,
    JSON.stringify(pem),
    lines.join('\\n'),
    lines.join(' '),
    lines.join(''),
    ...lines.slice(1, -1),
    encoded,
    encoded.replace(/(.{76})/g, '$1\n'),
    Buffer.from(pem).toString('base64url'),
    Buffer.from(pem).toString('hex'),
  ];
}

it('holds no form of any key for a name', () => {
  for (let n = 0; n < 200; n++) {
    const { privateKey } = generateKeyPairSync('ed25519');
    const der = privateKey.export({ type: 'pkcs8', format: 'der' });
    const seed = der.subarray(-32);
    const bare = [der, seed].flatMap((bytes) => (['base64', 'base64url', 'hex'] as const).map((form) => bytes.toString(form)));
    const forms = [...formsOf(String(privateKey.export({ type: 'pkcs8', format: 'pem' }))), ...bare];
    expect(forms.filter(isPlainlyNoKey)).toEqual([]);
  }
});

it('shows the names of files, and of keys in KMS', () => {
  const names = ['ledger.key', './keys/log.key', '/home/runner/work/_temp/signing.key', '../a b/key', 'C:\\keys\\log.key', 'run'];
  const inKms = 'awskms:///arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  expect([...names, inKms].filter((name) => !isPlainlyNoKey(name))).toEqual([]);
});
