import { readPreference, writePreference } from './preferences.ts';

/** Primer's names of color modes; `auto` follows the system. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export function preferredTheme(): Theme {
  const chosen = readPreference('theme');
  return THEMES.find((theme) => theme === chosen) ?? 'auto';
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.colorMode = theme;
}

export function chooseTheme(theme: Theme): void {
  writePreference('theme', theme);
  applyTheme(theme);
}

/** Tells when colors may have changed: by choice, or because the system changed its own. Returns how to stop. */
export function onThemeChange(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = new MutationObserver(changed);
  chosen.observe(document.documentElement, { attributeFilter: ['data-color-mode'] });
  system.addEventListener('change', changed);
  return () => {
    chosen.disconnect();
    system.removeEventListener('change', changed);
  };
}
