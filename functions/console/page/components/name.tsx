import { inOneDirection } from '../language/shown-text.ts';
import './name.css';

/** What something is called by others: its direction is its own, and however long it is, it takes a few lines. */
export function Name({ children }: { readonly children: string }) {
  return <bdi class="name">{inOneDirection(children)}</bdi>;
}
