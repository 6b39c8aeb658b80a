import type { Translation } from '../catalogue.ts';
import type { difference as english } from '../en/difference.ts';

export const difference: Translation<typeof english> = {
  'counted-twice': 'Doppelt gezählt: GitHub hat Konten einer Person nicht zugeordnet',
  'gone-from-instance': 'Konten, die es auf ihrer Instanz nicht mehr gibt',
  'missing-from-github': 'Personen, die GitHub nicht aufführt',
  'unknown-state':
    'Personen, die GitHub nicht aufführt und von denen keine Quelle sagt, ob sie gesperrt sind',
  suspended: 'Personen, deren Konten alle gesperrt sind',
  'system-user': 'Systembenutzer von Instanzen',
  'github-total': 'GitHubs eigene Summe ist nicht die Zahl der Personen, die es aufführt',
  'unidentified-rows': 'Zeilen, die niemanden nennen',
};
