import './icon.css';

/** Of Primer's octicons, by their names; each has its rule in icon.css. */
export type IconName =
  | 'alert'
  | 'check-circle'
  | 'checklist'
  | 'chevron-left'
  | 'chevron-right'
  | 'device-desktop'
  | 'download'
  | 'globe'
  | 'graph'
  | 'key'
  | 'lock'
  | 'mark-github'
  | 'organization'
  | 'people'
  | 'person'
  | 'plug'
  | 'search'
  | 'server'
  | 'sign-out'
  | 'sync'
  | 'table'
  | 'upload'
  | 'x';

interface IconProps {
  readonly name: IconName;
  readonly size?: 16 | 24;
}

/** Decoration: what it means stands beside it, or is the label of the control that holds it. */
export function Icon({ name, size = 16 }: IconProps) {
  return <span class={`icon icon-${size} icon-${name}`} aria-hidden="true" />;
}
