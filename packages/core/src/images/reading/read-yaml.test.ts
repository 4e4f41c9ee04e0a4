import { describe, expect, it } from '@jest/globals';
import { findImageReferences } from '../find-image-references.ts';

const PINNED = `app@sha256:${'d'.repeat(64)}`;
const find = (text: string) => findImageReferences(text, 'f.yaml');
const refused = (at: string) => expect.objectContaining({ code: 'image/malformed-yaml', at });

describe('a manifest that kubectl reads otherwise', () => {
  it.each(['\r', '\u0085', '\u2028', '\u2029'])('is refused: a comment ends there, and a container begins, at %j', (sign) => {
    const pod = `spec:\n  containers:\n  - image: ${PINNED} # good${sign}  - image: evil\n`;
    expect(() => find(pod)).toThrow(refused('f.yaml:3:94'));
  });

  it('is refused: a document ends for it where a text begins for others', () => {
    const pod = `spec: { containers: [{ image: ${PINNED} }] }\n`;
    expect(() => find(`${pod}---#: |\n  spec: { containers: [{ image: evil }] }\n`)).toThrow(refused('f.yaml:2:1'));
    expect(find(`${pod}--- # the next\n${pod}`)).toHaveLength(2);
  });

  it('names both images: to it what is merged in after a member stands in its place, and to others the member stays', () => {
    const list = (container: string) =>
      `kind: List\nitems:\n- kind: ConfigMap\n  data: &other { image: evil }\n- spec: { containers: [{ ${container} }] }\n`;
    const references = (container: string) => find(list(container)).map(({ reference }) => reference);
    expect(references(`image: "${PINNED}", <<: *other`).sort()).toEqual([PINNED, 'evil']);
    expect(references(`<<: *other, image: "${PINNED}"`)).toEqual([PINNED]);
    const kind = `kind: ConfigMap\n<<: &pod { kind: Pod }\ndata: { image: evil }\n`;
    expect(find(kind)).toHaveLength(1);
  });

  it('is not one of JSON, whose texts may have such a sign and hide nothing behind it', () =>
    expect(find(`{"containers": [{"image": "${PINNED}", "name": "\u2028"}]}`)).toHaveLength(1));
});
