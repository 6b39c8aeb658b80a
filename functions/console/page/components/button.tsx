import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import './button.css';

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly icon?: IconName;
  readonly variant?: 'default' | 'primary' | 'danger' | 'invisible';
  readonly type?: 'button' | 'submit';
  /** Under way: it can be focused, and does nothing. */
  readonly busy?: boolean;
  readonly onClick?: () => void;
}

export function Button({
  children,
  icon,
  variant = 'default',
  type = 'button',
  busy = false,
  onClick,
}: ButtonProps) {
  const clicked = (event: Event) => {
    if (busy) event.preventDefault();
    else onClick?.();
  };
  return (
    <button type={type} class={`button button-${variant}`} aria-disabled={busy} onClick={clicked}>
      {icon && <Icon name={busy ? 'sync' : icon} />}
      <span>{children}</span>
    </button>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
}

export function IconButton({ icon, label, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      class="button button-invisible button-icon"
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
