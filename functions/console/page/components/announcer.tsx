import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { useTranslator } from '../language/language-context.tsx';
import { IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import './announcer.css';

type AnnouncementKind = 'success' | 'error';
type Announce = (text: string, kind?: AnnouncementKind) => void;

interface Announcement {
  readonly id: number;
  readonly text: string;
  readonly kind: AnnouncementKind;
}

/** Long enough to be read twice. Errors stay until they are dismissed. */
const SHOWN_MS = 10_000;

const AnnouncerContext = createContext<Announce | null>(null);

/** Shows what came of an action in a corner, and tells it to whoever listens to the page. */
export function Announcer({ children }: { readonly children: ComponentChildren }) {
  const [announcements, setAnnouncements] = useState<readonly Announcement[]>([]);
  const announce: Announce = (text, kind = 'success') =>
    setAnnouncements((before) => [...before, { id: (before.at(-1)?.id ?? 0) + 1, text, kind }]);
  const dismiss = (id: number) => setAnnouncements((before) => before.filter((told) => told.id !== id));
  return (
    <AnnouncerContext.Provider value={announce}>
      {children}
      <div class="announcements" role="status" aria-live="polite">
        {announcements.map((told) => (
          <Toast key={told.id} told={told} onDismiss={() => dismiss(told.id)} />
        ))}
      </div>
    </AnnouncerContext.Provider>
  );
}

export function useAnnounce(): Announce {
  const announce = useContext(AnnouncerContext);
  if (announce === null) throw new Error('useAnnounce outside of Announcer');
  return announce;
}

interface ToastProps {
  readonly told: Announcement;
  readonly onDismiss: () => void;
}

function Toast({ told: { text, kind }, onDismiss }: ToastProps) {
  const translator = useTranslator();
  useEffect(() => {
    if (kind === 'error') return;
    const timer = setTimeout(onDismiss, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [kind]);
  return (
    <div class={`toast toast-${kind}`}>
      <Icon name={kind === 'error' ? 'alert' : 'check-circle'} />
      <p>{text}</p>
      <IconButton icon="x" label={translator.text('controls.dismiss-message')} onClick={onDismiss} />
    </div>
  );
}
