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
  /** Of an element that tells it apart from others of the same name. */
  readonly describedBy?: string;
  readonly onClick?: () => void;
}

export function Button({
  children,
  icon,
  variant = 'default',
  type = 'button',
  busy = false,
  describedBy,
  onClick,
}: ButtonProps) {
  const clicked = (event: Event) => {
    if (busy) event.preventDefault();
    else onClick?.();
  };
  return (
    <button
      type={type}
      class={`button button-${variant}`}
      aria-disabled={busy}
      aria-describedby={describedBy}
      onClick={clicked}
    >
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
