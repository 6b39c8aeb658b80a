import type { Translation } from '../catalogue.ts';
import type { controls as english } from '../en/controls.ts';

export const controls: Translation<typeof english> = {
  loading: 'Wird geladen',
  close: 'Schließen',
  cancel: 'Abbrechen',
  'dismiss-message': 'Diese Meldung schließen',
  pages: 'Seiten',
  page: 'Seite {page}',
  previous: 'Zurück',
  next: 'Weiter',
  'download-started': 'Der Download hat begonnen.',
  preparing: 'Wird vorbereitet',
  'nothing-to-download': 'Vor der ersten Zusammenführung gibt es nichts herunterzuladen.',
};
