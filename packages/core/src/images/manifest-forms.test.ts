import { describe, expect, it } from '@jest/globals';
import { decodeManifest } from './reading/decode-manifest.ts';
import { findImageReferences } from './find-image-references.ts';

const PINNED = `acme/web@sha256:${'ab'.repeat(32)}`;
const brief = (text: string, file = 'f.yaml'): string[] =>
  findImageReferences(text, file).map(({ line, reference, state }) => `${line} ${reference} ${state}`);

describe('what is deployed and names no container list', () => {
  it.each([
    ['Kustomize', 'images:\n  - name: web\n    newTag: v2\n', ['2 web:v2 mutable']],
    ['Kustomize, another name', 'images: [{name: web, newName: evil}]', ['1 evil mutable']],
    ['Kustomize by digest', `images: [{name: acme/web, digest: "${PINNED.slice(9)}"}]`, [`1 ${PINNED} pinned`]],
    [
      'a transformer of Kustomize',
      'kind: ImageTagTransformer\nimageTag: {name: web, newName: evil, newTag: v1}',
      ['2 evil:v1 mutable'],
    ],
    ['values of Helm', 'image:\n  repository: ghcr.io/acme/web\n  tag: latest\n', ['2 ghcr.io/acme/web:latest mutable']],
    ['the tag alone', 'web: {image: {tag: v2}}', ['1 :v2 malformed']],
    ['values with a registry', 'c: {registry: r.io, repository: a, tag: 1.10}', ['1 r.io/a:1.10 mutable']],
    [
      'values by digest',
      `i: {repository: acme/web, tag: v1, digest: "${PINNED.slice(9)}"}`,
      [`1 acme/web:v1@${PINNED.slice(9)} pinned`],
    ],
    ['values without a version', 'image: {repository: web}', ['1 web mutable']],
    ['a value written twice', 'image: {repository: web, tag: a, tag: b}', ['1 web:a mutable', '1 web:b mutable']],
    ['a task definition of ECS', '{"containerDefinitions": [{"image": "acme/web:latest"}]}', ['1 acme/web:latest mutable']],
    [
      'CloudFormation',
      'Resources: {T: {ContainerDefinitions: [{Image: !Sub "acme/web:latest"}]}}',
      ['1 acme/web:latest mutable'],
    ],
    ['a reference by !Ref', `Resources: {T: {Image: !Ref "${PINNED}"}}`, [`1 !Ref ${PINNED} malformed`]],
    ['a function', 'Resources: {T: {Image: {"Fn::Sub": "x"}}}', ['1 (a mapping) malformed']],
    ['a parameter', 'Resources: {}\nParameters: {WebImage: {Type: String, Default: "web:1"}}', ['2 web:1 mutable']],
    ['Tekton', 'apiVersion: tekton.dev/v1\nkind: Task\nspec: {steps: [{image: evil}]}', ['3 evil mutable']],
    ['a custom resource', 'apiVersion: x/v1\nkind: X\nspec: {sidecarImage: evil}', ['3 evil mutable']],
    ['a custom resource that nobody knows', 'apiVersion: x/v1\nkind: X\nspec: {image: {ref: evil}}', ['3 (a mapping) malformed']],
    ['a patch', '- {op: replace, path: /spec/containers/0/image, value: evil}', ['1 evil mutable']],
    ['a parameter of Argo CD', 'parameters: [{name: image.tag, value: v2}]', ['1 v2 mutable']],
    ['Nomad and whatever else', '{"Task": {"Config": {"image": "redis"}}}', ['1 redis mutable']],
    ['a name in base64', 'kind: Pod\nspec: {containers: [{!!binary "aW1hZ2U=": evil}]}', ['2 evil mutable']],
    ['a list in base64', 'kind: Pod\nspec: {!!binary "aW5pdENvbnRhaW5lcnM=": [{image: evil}]}', ['2 evil mutable']],
    ['an image in base64', 'kind: Pod\nspec: {containers: [{image: !!binary "ZXZpbDox"}]}', ['2 evil:1 mutable']],
    ['an image that is mounted', 'services: {a: {volumes: [x:/x, {type: image, source: evil}]}}', ['1 evil mutable']],
    [
      'what is pulled although it could be built',
      'services: {a: {build: ., image: evil, pull_policy: always}}',
      ['1 evil mutable'],
    ],
    ['a variable', 'image: "${IMAGE}"', ['1 ${IMAGE} unresolvable']],
  ])('is found: %s', (_, text, found) => expect(brief(text)).toEqual(found));

  it('is found beside services, which are not all that a file can hold', () => {
    expect(brief(`services: {x: {image: "${PINNED}"}}\nspec: {containers: [{image: evil}]}`)).toEqual([
      `1 ${PINNED} pinned`,
      '2 evil mutable',
    ]);
  });

  it('is found in text that something else reads as YAML', () => {
    const patch = 'patches:\n  - patch: |-\n      - op: replace\n        path: /spec/containers/0/image\n        value: evil\n';
    expect(brief(`apiVersion: v1\nkind: Kustomization\n${patch}`)).toEqual(['4 text that names an image malformed']);
    expect(brief('apiVersion: x\nkind: Application\nvalues: |\n  image: evil\n  a: b\n')).toHaveLength(1);
  });

  const JSON_PATCH = '[{"op": "replace", "path": "/spec/containers/0/image", "value": "evil"}]';
  it.each([
    ['a patch on one line', `kind: Kustomization\npatches: [{patch: '${JSON_PATCH}'}]`],
    [
      'a patch in braces',
      'kind: Kustomization\npatches:\n- patch: |\n    {spec: {template:\n     {spec: {containers: [{name: c, image: evil}]}}}}\n',
    ],
    ['values in braces', "kind: Application\nvalues: '{image: {repository: evil, tag: v1}}'"],
    [
      'a transformer',
      'kind: Kustomization\ntransformers:\n- |\n  kind: ImageTagTransformer\n  imageTag: {name: web, newTag: v2}\n',
    ],
    ['a name in other letters', 'kind: Application\nvalues: |\n  a: 1\n  "im\\u0061ge": evil\n'],
  ])('is found in text that is read as a document, however it is written: %s', (_, text) =>
    expect(brief(`apiVersion: x/v1\n${text}`)).toEqual([expect.stringContaining('text that names an image malformed')]),
  );

  it('is not what kubectl wrote down of an object, which nobody reads to pull it', () => {
    const note = `kubectl.kubernetes.io/last-applied-configuration: '{"spec": {"containers": [{"image": "old:1"}]}}'`;
    expect(brief(`apiVersion: v1\nkind: Pod\nmetadata: {annotations: {${note}}}`)).toEqual([]);
  });

  it('names the other files that are deployed with a file, and never takes them for verified', () => {
    const compose = `include: [other.yaml, {path: [a.yaml]}]\nservices: {b: {image: "${PINNED}", extends: {file: c.yaml}}}`;
    expect(brief(compose)).toEqual(['1 other.yaml elsewhere', '1 a.yaml elsewhere', '2 c.yaml elsewhere', `2 ${PINNED} pinned`]);
    expect(brief('kind: Kustomization\nresources: [pod.yaml]')).toEqual(['2 pod.yaml elsewhere']);
  });

  it.each([
    ['a patch', 'patches: [{path: https://x.example/p.yaml}]', ['2 https://x.example/p.yaml elsewhere']],
    ['a patch of the older kind', 'patchesJson6902: [{path: p.yaml, target: {kind: Pod}}]', ['2 p.yaml elsewhere']],
    ['patches merged', 'patchesStrategicMerge:\n- p.yaml\n- |\n  kind: Pod\n  metadata: {name: a}\n', ['3 p.yaml elsewhere']],
    ['whatever transforms', 'transformers: [t/]\ngenerators: [g.yaml]', ['2 t/ elsewhere', '3 g.yaml elsewhere']],
    ['replacements of a file', 'replacements: [{path: r.yaml}]', ['2 r.yaml elsewhere']],
  ])('names what else a Kustomization takes from other files: %s', (_, text, found) =>
    expect(brief(`kind: Kustomization\n${text}`)).toEqual(found),
  );

  it('knows a Kustomization without a kind by the name of its file', () => {
    const text = 'resources: [https://x.example/a]';
    expect(brief(text, 'deploy/kustomization.yml')).toEqual(['1 https://x.example/a elsewhere']);
    expect(brief(text, 'deploy/other.yml')).toEqual([]);
  });

  it('does not know what Kustomize will put in the place of an image', () => {
    const target = 'targets: [{select: {kind: Deployment}, fieldPaths: [spec.template.spec.containers.0.image]}]';
    const source = 'source: {kind: ConfigMap, name: a, fieldPath: data.x}';
    expect(brief(`kind: Kustomization\nreplacements: [{${source}, ${target}}]`)).toEqual(['2 (a replacement) malformed']);
    expect(brief(`kind: Kustomization\nreplacements: [{${source}, ${target.replace('.image', '.name')}}]`)).toEqual([]);
  });

  it('cannot be hidden by sharing a mapping with something that pulls nothing', () => {
    expect(brief('services: {a: &a {build: ., image: evil}, b: {<<: *a, build: null}}')).toEqual([]);
    expect(brief('x: &a {image: evil}\nservices: {a: {build: ., <<: *a}, b: *a}')).toEqual(['1 evil mutable']);
    expect(brief('kind: ConfigMap\nkind: Pod\ndata: {image: evil}')).toEqual(['3 evil mutable']);
    expect(brief('kind: ConfigMap\ndata: &d {image: evil}\nspec: {containers: [*d]}')).toEqual(['2 evil mutable']);
  });
});

describe('what is called an image and makes nobody pull', () => {
  it.each([
    ['pictures', '{"image": "logo.png", "images": ["a"], "heroImage": "summer", "og:image": "https://x.example/a"}'],
    ['data of an object', 'apiVersion: v1\nkind: ConfigMap\ndata: {image: "a:1", other: "image: x\\nb: c\\n"}'],
    ['a schema', 'apiVersion: x/v1\nkind: CustomResourceDefinition\nspec: {properties: {image: {type: string}}}'],
    ['a block device', 'apiVersion: v1\nkind: Pod\nspec: {volumes: [{rbd: {image: a}}]}'],
    ['a chart', 'dependencies: [{repository: "https://charts.example", tag: v1}]'],
    ['how to pull', 'apiVersion: v1\nkind: Pod\nspec: {imagePullSecrets: [{name: a}]}'],
  ])('%s', (_, text) => expect(brief(text)).toEqual([]));

  it.each([
    ['.github/workflows/ci.yml', 'on: push\njobs: {a: {container: {image: "node:20"}, services: {db: {image: "postgres:16"}}}}'],
    ['.devcontainer/devcontainer.json', '{"image": "node:20"}'],
    ['action.yml', 'runs: {using: docker, image: Dockerfile}'],
    ['.gitlab-ci.yml', 'image: node:20\ntest: {image: {name: "a:1"}}'],
  ])('what a job runs in: %s', (file, text) => {
    expect(brief(text, file)).toEqual([]);
    expect(brief(`${text.startsWith('{') ? '' : 'apiVersion: v1\n'}${text}`, 'deploy/a.yaml')).not.toEqual([]);
  });

  it('but a manifest in the place of a pipeline is a manifest', () => {
    const pod = 'apiVersion: v1\nkind: Pod\njobs: {}\nspec: {containers: [{image: evil}]}';
    expect(brief(pod, '.github/workflows/a.yaml')).toEqual(['4 evil mutable']);
    expect(brief('jobs: {}\nservices: {a: {image: evil}}', '.github/workflows/a.yaml')).toEqual(['2 evil mutable']);
  });
});

describe('Terraform', () => {
  const terraform = (text: string): string[] => brief(text, 'infra/main.tf');

  it('finds arguments, JSON made in place, and defaults', () => {
    expect(terraform('resource "x" "y" { image = "acme/web:latest" }')).toEqual(['1 acme/web:latest mutable']);
    expect(terraform(`a = jsonencode([{\n  "image": "${PINNED}"\n}])`)).toEqual([`2 ${PINNED} pinned`]);
    expect(terraform('variable "web_image" {\n  type = string\n  default = "web:1"\n}')).toEqual(['3 web:1 mutable']);
    const hidden = 'variable "image" {\n  description = "}"\n  type = object({})\n  default = "web"\n}';
    expect(terraform(hidden)).toEqual(['4 web mutable']);
    expect(terraform('variable "images" {\n  default = {\n    web = "web:1"\n  }\n}')).toEqual(['3 web:1 mutable']);
    expect(brief('image = "web"', 'prod.tfvars')).toEqual(['1 web mutable']);
    expect(terraform('  image_uri = var.image')).toEqual(['1 ${var.image} unresolvable']);
    expect(terraform('  sidecar_image = "a:1"')).toEqual(['1 a:1 mutable']);
  });

  it('finds what stands in a text of JSON, and names written otherwise', () => {
    const definitions = (image: string): string => `container_definitions = "[{\\"name\\":\\"a\\",\\"image\\":\\"${image}\\"}]"`;
    expect(terraform(definitions('evil:1'))).toEqual(['1 evil:1 mutable']);
    expect(terraform(definitions(PINNED))).toEqual([`1 ${PINNED} pinned`]);
    expect(terraform('a = { "im\\u0061ge" = "evil:1" }')).toEqual(['1 evil:1 mutable']);
  });

  it('finds the values that a Helm release sets', () => {
    expect(terraform('set {\n  name  = "image.tag"\n  value = "latest"\n}')).toEqual(['3 latest mutable']);
    expect(terraform('set = [{ name = "web.image", value = "evil:1" }]')).toEqual(['1 evil:1 mutable']);
    expect(terraform('set {\n  value = var.tag\n  name  = "image.tag"\n}')).toEqual(['2 ${var.tag} unresolvable']);
    expect(terraform('resource "dns" "a" {\n  name = "image"\n  value = "198.51.100.7"\n}')).toEqual([]);
    expect(terraform('a {\n  name = "image.tag"\n}\nb {\n  value = "latest"\n}')).toEqual([]);
  });

  it.each([
    ['from a variable in a text', 'set {\n  name = "image.tag"\n  value = "${var.tag}"\n}', '3 ${var.tag} unresolvable'],
    [
      'beside one that is pinned',
      `set = [{ name = "a", value = "${PINNED}" }, { name = "image", value = "evil:1" }]`,
      '1 evil:1 mutable',
    ],
    ['with colons', 'set = [{ "name" : "image.tag", "value" : "v2" }]', '1 v2 mutable'],
    ['around another block', 'set {\n  name = "image.tag"\n  a {\n  }\n  value = "v2"\n}', '5 v2 mutable'],
    ['far below', `set {\n  name = "image.tag"\n${'\n'.repeat(30)}  value = "v2"\n}`, '33 v2 mutable'],
    ['behind a brace that is none', 'set {\n  name = "image.tag" # }\n  value = "v2" /* } */\n}', '3 v2 mutable'],
    ['under a name with escapes', 'set {\n  name = "im\\U00000061ge.t\\u0061g"\n  value = "v2"\n}', '3 v2 mutable'],
  ])('finds the value that a Helm release sets %s', (_, text, found) => expect(terraform(text)).toEqual([found]));

  it('answers at once to a text made to be looked through from each of its quotation marks', () => {
    const started = performance.now();
    for (const text of [
      `"${'\\"'.repeat(300_000)}`,
      'name="'.repeat(300_000),
      'value="\\"'.repeat(300_000),
      '{"'.repeat(300_000),
    ])
      expect(terraform(text)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  it('leaves out comments of one line and disks of machines, where nothing can pretend to be the head of a block', () => {
    expect(terraform('# image = "a:1"\n  // image = "b:1"\nimage_tag_mutability = "MUTABLE"')).toEqual([]);
    const machine = 'resource "hcloud_server" "a" {\n  image = "ubuntu-24.04"\n}\n';
    expect(terraform(machine)).toEqual([]);
    const pod = 'resource "kubernetes_pod" "a" {\n  note = <<EOT\nresource "hcloud_server" "b" {\nEOT\n  image = "evil"\n}\n';
    expect(terraform(pod)).toEqual(['5 evil mutable']);
  });
});

it('is UTF-8, or no manifest: a cluster reads UTF-16 too, and here it would name nothing', () => {
  const text = 'kind: Pod\nspec: {containers: [{image: evil}]}\n';
  expect(decodeManifest(Buffer.from(text), 'f.yaml')).toBe(text);
  for (const [bytes, found, at] of [
    [Buffer.from(`\ufeff${text}`, 'utf16le'), 'UTF-16: not UTF-8', 'f.yaml:1:1'],
    [Buffer.from('kind: Pod\nname: \xff', 'latin1'), 'byte 0xff at offset 16: not UTF-8', 'f.yaml:2:7'],
  ] as const) {
    expect(() => decodeManifest(bytes, 'f.yaml')).toThrow(expect.objectContaining({ code: 'image/malformed-yaml', found, at }));
  }
});
