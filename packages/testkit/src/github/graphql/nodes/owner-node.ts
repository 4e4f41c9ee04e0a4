import { ownerOf } from '../../rest/shapes/repository-shape.ts';
import type { Repository } from '../../state/repository.ts';
import type { GraphView } from '../graph-view.ts';
import { actorNode } from './actor-node.ts';

export const ownerNode = (view: GraphView, repository: Repository) => actorNode(view, ownerOf(view, repository).id);
