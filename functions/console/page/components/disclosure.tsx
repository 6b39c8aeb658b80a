import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import './disclosure.css';

interface DisclosureProps {
  readonly summary: ComponentChildren;
  /** Made when it is opened, so that what it shows is asked for only then. */
  readonly children: () => ComponentChildren;
  readonly initiallyOpen?: boolean;
}

/** More about something, on demand. The browser's own element. */
export function Disclosure({ summary, children, initiallyOpen = false }: DisclosureProps) {
  const [isOpen, setOpen] = useState(initiallyOpen);
  return (
    <details class="disclosure" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && <div class="disclosure-body">{children()}</div>}
    </details>
  );
}
