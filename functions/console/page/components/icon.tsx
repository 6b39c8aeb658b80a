import './icon.css';

/** Of Primer's octicons, by their names; each has its rule in icon.css. */
export type IconName =
  | 'alert'
  | 'check-circle'
  | 'checklist'
  | 'chevron-left'
  | 'chevron-right'
  | 'clock'
  | 'device-desktop'
  | 'download'
  | 'file'
  | 'globe'
  | 'graph'
  | 'key'
  | 'lock'
  | 'mark-github'
  | 'no-entry'
  | 'organization'
  | 'people'
  | 'person'
  | 'plug'
  | 'search'
  | 'server'
  | 'skip'
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
