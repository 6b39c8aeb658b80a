import type { Translation } from '../catalogue.ts';
import type { errors as english } from '../en/errors.ts';

export const errors: Translation<typeof english> = {
  'try-again': 'Erneut versuchen',
  request: 'Anforderung {id}',
  'signed-out.title': 'Sie sind abgemeldet',
  'signed-out.next': 'Ihre Sitzung ist beendet. Melden Sie sich erneut an.',
  'forbidden.title': 'Nur für Besitzer',
  'forbidden.next':
    'Laut GitHub ist dieses Konto kein Besitzer des Unternehmens, oder seinem Token fehlt der Bereich read:enterprise. Fragen Sie einen Besitzer, oder melden Sie sich mit einem anderen Konto an.',
  'not-found.title': 'Nicht gefunden',
  'not-found.next':
    'Es ist vielleicht seit der letzten Zusammenführung verschwunden. Gehen Sie zurück, und suchen Sie erneut.',
  'conflict.title': 'Etwas anderes läuft gerade',
  'conflict.next': 'Warten Sie, bis es fertig ist, und versuchen Sie es dann erneut.',
  'invalid.title': 'Das wurde nicht angenommen',
  'invalid.next': 'Ändern Sie Ihre Eingabe, und versuchen Sie es erneut.',
  'too-many-requests.title': 'Zu viele Anforderungen',
  'too-many-requests.next': 'Warten Sie eine Minute, und versuchen Sie es dann erneut.',
  'unavailable.title': 'Im Moment nicht verfügbar',
  'unavailable.next':
    'GitHub oder ein Teil von License Usage Sync antwortet nicht. Nichts ist verloren. Versuchen Sie es in einer Minute erneut.',
  'offline.title': 'Keine Verbindung',
  'offline.next': 'Der Server war nicht erreichbar. Prüfen Sie Ihr Netzwerk, und versuchen Sie es erneut.',
  'unreadable.title': 'Diese Seite ist veraltet',
  'unreadable.next':
    'Der Server hat in einer Form geantwortet, die diese Seite nicht kennt. Laden Sie die Seite neu.',
  'failed.title': 'Etwas ist schiefgegangen',
  'failed.next':
    'Nichts ist verloren. Versuchen Sie es erneut; wenn es so bleibt, nennen Sie die Nummer der Anforderung denen, die License Usage Sync betreiben.',
};
