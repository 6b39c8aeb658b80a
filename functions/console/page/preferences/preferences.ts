type PreferenceName = 'language' | 'theme';

/** What this browser was told before. Null when it was not, or keeps nothing. */
export function readPreference(name: PreferenceName): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** A browser may be set to keep nothing: then the choice lasts until the page is left. */
export function writePreference(name: PreferenceName, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    return;
  }
}
