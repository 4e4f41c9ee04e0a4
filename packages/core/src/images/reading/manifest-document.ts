import { isAlias, isMap, isScalar, isSeq, type Alias, type Node, type YAMLMap } from 'yaml';
import { manifestFailure } from './manifest-failure.ts';
import { readYaml, type YamlSource } from './read-yaml.ts';

/** Anchors let a short file mean a huge one: more steps than this through one document, aliases followed, is an attack. */
const MAX_STEPS = 2_000_000;
const TOO_MANY_STEPS = `more than ${MAX_STEPS} values, aliases followed`;

const MERGE = '<<';

/** Kubernetes' reader takes `!!binary "aW1hZ2U="` for the word that it encodes, as the name of a member too (YAML 1.1, binary). */
const decoded = (value: unknown): unknown => (value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value);

export interface ManifestMember {
  readonly name: string;
  readonly value: Node;
}

/** One document of a YAML file as somebody else's tool will read it: aliases followed, merge keys (`<<`) applied, lines kept. */
export class ManifestDocument {
  readonly root: Node | null;
  readonly #source: YamlSource;
  readonly #targets: ReadonlyMap<Alias, Node>;
  #steps = 0;

  private constructor(source: YamlSource, document: YamlSource['documents'][number]) {
    this.root = document.root;
    this.#targets = document.targets;
    this.#source = source;
  }

  /** All documents of a file; throws what readYaml throws. */
  static readAll(text: string, file: string): readonly ManifestDocument[] {
    const source = readYaml(text, file);
    return source.documents.map((document) => new ManifestDocument(source, document));
  }

  /** The node itself, or what an alias stands for; null for nothing and for YAML's null. */
  resolved(node: unknown): Node | null {
    this.#steps += 1;
    if (this.#steps > MAX_STEPS) throw manifestFailure('image/manifest-too-large', TOO_MANY_STEPS, this.#source.file);
    const target = isAlias(node) ? this.#targets.get(node) : node;
    if (isMap(target) || isSeq(target)) return target;
    return isScalar(target) && target.value !== null ? target : null;
  }

  /**
   * The members of a mapping: its own, and those merged in that it lacks, or has before the merge: kubectl's reader (go-yaml 2) puts what
   * is merged in later into the place of what was there. Where one name has several values, by a second key, a second merge or that, all
   * are kept: tools disagree about which one counts.
   */
  members(map: YAMLMap): readonly ManifestMember[] {
    const [own = [], ...inherited] = [...this.#layers(map)];
    if (inherited.length === 0) return own;
    const written = map.items.flatMap(({ key, value }) => this.#memberOf(key, value));
    const lasting = new Set(written.slice(written.findLastIndex(({ name }) => name === MERGE) + 1).map(({ name }) => name));
    return [...own, ...inherited.flat().filter(({ name }) => !lasting.has(name))];
  }

  /** Every value that some reader takes for the member of that name. */
  valuesOf(map: YAMLMap, name: string): readonly Node[] {
    return this.members(map).flatMap((member) => (member.name === name ? [member.value] : []));
  }

  line(node: Node): number {
    return Math.max(1, this.#source.lines.linePos(node.range?.[0] ?? 0).line);
  }

  /** A scalar as text, however YAML types it; any other node as it stands in the file. */
  textOf(node: Node): string {
    if (isScalar(node)) {
      const value = decoded(node.value);
      return typeof value === 'string' ? value : (node.source ?? String(value));
    }
    const [start, end] = node.range ?? [0, 0];
    return this.#source.text.slice(start, end).trim();
  }

  /** What the mapping itself says, then what each mapping says that it merges in, directly or through another. */
  *#layers(map: YAMLMap): Generator<readonly ManifestMember[]> {
    const merged = new Set([map]); // grows while it is walked
    for (const layer of merged) {
      const written = layer.items.flatMap(({ key, value }) => this.#memberOf(key, value));
      yield written.filter(({ name }) => name !== MERGE);
      for (const { name, value } of written) if (name === MERGE) for (const parent of this.#mapsIn(value)) merged.add(parent);
    }
  }

  #memberOf(key: unknown, value: unknown): ManifestMember[] {
    const name = this.resolved(key);
    const node = this.resolved(value);
    return isScalar(name) && node !== null ? [{ name: String(decoded(name.value)), value: node }] : [];
  }

  #mapsIn(node: Node): YAMLMap[] {
    const items = isSeq(node) ? node.items.map((item) => this.resolved(item)) : [node];
    return items.filter((item): item is YAMLMap => isMap(item));
  }
}
