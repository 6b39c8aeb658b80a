import type { IconName } from '../components/icon.tsx';
import type { Route } from '../router/route.ts';

/** The entries of the navigation. A name is the first part of the path and the name of a message. */
export const SECTIONS = [
  { name: 'usage', icon: 'graph' },
  { name: 'server-instances', icon: 'server' },
  { name: 'people', icon: 'people' },
  { name: 'findings', icon: 'checklist' },
] as const satisfies readonly { readonly name: string; readonly icon: IconName }[];

export type SectionName = (typeof SECTIONS)[number]['name'];

/** Usage, where no other is asked for. Undefined: there is no such place. */
export function sectionAt({ path: [name = 'usage'] }: Route): SectionName | undefined {
  // Where sign-in came back to after it succeeded.
  if (name === 'sign-in') return 'usage';
  return SECTIONS.find((section) => section.name === name)?.name;
}
