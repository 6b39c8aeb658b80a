import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useTranslator } from '../language/language-context.tsx';
import { shownText } from '../language/shown-text.ts';
import { Written } from './written.tsx';
import './view.css';

interface ViewProps {
  /** It may be what somebody is called. */
  readonly title: string;
  /** One sentence: what there is to see here. */
  readonly lead?: string;
  /** Buttons for the view as a whole. */
  readonly actions?: ComponentChildren;
  /** One column in the middle of the page. */
  readonly narrow?: boolean;
  readonly children: ComponentChildren;
}

/** When the page is opened, the browser begins at its top. */
let hasShownView = false;

/** A view with its heading. Whoever comes to it from another view, with eyes or ears, begins at that heading. */
export function View({ title, lead, actions, narrow = false, children }: ViewProps) {
  const translator = useTranslator();
  const heading = useRef<HTMLHeadingElement>(null);
  const documentTitle = translator.text('shell.document-title', { view: shownText(title) });
  useEffect(() => {
    document.title = documentTitle;
  }, [documentTitle]);
  useEffect(() => {
    if (hasShownView) heading.current?.focus();
    hasShownView = true;
  }, []);
  return (
    <main id="view" class={narrow ? 'view view-narrow' : 'view'}>
      <header class="view-header">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            <Written text={title} />
          </h1>
          {lead && <p class="muted">{lead}</p>}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}
