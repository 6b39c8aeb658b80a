import './progress-bar.css';

interface ProgressBarProps {
  /** Says what goes on. */
  readonly label: string;
  /** 0 to 1; null while it is not known. */
  readonly share: number | null;
}

/** How far something is, by the browser's own element. */
export function ProgressBar({ label, share }: ProgressBarProps) {
  return <progress class="progress-bar" aria-label={label} {...(share !== null && { value: share })} />;
}
