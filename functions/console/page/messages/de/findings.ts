import type { Translation } from '../catalogue.ts';
import type { findings as english } from '../en/findings.ts';

export const findings: Translation<typeof english> = {
  title: 'Befunde',
  lead: 'Was anzusehen ist und was sich einsparen lässt, je mit Belegen und dem, was zu tun ist.',
  download: 'Befunde herunterladen (CSV)',
  count: { one: '{count} Befund', other: '{count} Befunde' },
  none: 'Nichts anzusehen',
  'none-so': 'Kein Befund entspricht dem',
  'show-all': 'Alle Befunde zeigen',
  filters: 'Befunde filtern',
  kind: 'Art',
  'every-kind': 'Alle Arten',
  source: 'Quelle',
  'every-source': 'Alle Quellen',
  cloud: 'GitHub Enterprise Cloud',
  show: 'Anzeigen',
  'show-open': 'Offen',
  'show-dismissed': 'Verworfen',
  'show-both': 'Offen und verworfen',
  found: 'Gefunden',
  recoverable: 'Einsparbare Lizenzen',
  'seats-recoverable': {
    one: 'Bis zu {count} Lizenz lässt sich einsparen',
    other: 'Bis zu {count} Lizenzen lassen sich einsparen',
  },
  'seats-recoverable-lead':
    'So viele Lizenzen würde GitHub weniger zählen, wenn alles berichtigt ist. Eine Person kann in mehreren Befunden vorkommen. Verworfene sind mitgezählt.',
  'by-kind': 'Befunde nach Art',
  seats: { one: '{count} Lizenz', other: '{count} Lizenzen' },
  'what-to-do': 'Was zu tun ist:',
  'first-seen': 'Zuerst gesehen: {instant}',
  accounts: 'Konten',
  addresses: 'Adressen',
  sources: 'Quellen',
  people: 'Personen',
  'about-person': 'Nur Befunde über eine Person.',
  'show-person': 'Person zeigen',
  person: 'Person {number}',
  numbers: 'Zahlen',
  'told-and-counted': 'GitHub nennt {told} und führt {counted} auf',
  more: { one: 'und {count} weiteres', other: 'und {count} weitere' },
  dismiss: 'Verwerfen',
  'dismiss-title': 'Diesen Befund verwerfen',
  reason: 'Grund',
  'reason-hint':
    'Er wird anderen Besitzern mit Ihrem Anmeldenamen gezeigt. Der Befund kann zurückgeholt werden.',
  'reason-needed': 'Nennen Sie den Grund, mit höchstens 500 Zeichen.',
  'was-dismissed': 'Der Befund wurde verworfen.',
  'bring-back': 'Zurückholen',
  'was-brought-back': 'Der Befund wurde zurückgeholt.',
  'dismissed-by': 'Verworfen von {login} am {instant}: {reason}',
  'counted-twice.title': 'Von GitHub doppelt gezählt',
  'counted-twice.meaning': 'GitHub hat Konten einer Person nicht zugeordnet und zählt für jedes eine Lizenz.',
  'counted-twice.fix':
    'Geben Sie diesen Konten dieselbe Adresse: verifiziert beim Cloudkonto und primär bei jedem Serverkonto. Synchronisieren Sie danach die Instanzen erneut mit GitHub.',
  'likely-same-person.title': 'Wahrscheinlich dieselbe Person',
  'likely-same-person.meaning':
    'Die Regel hält diese Konten getrennt, weil keine primäre Adresse sie verbindet, wohl aber eine andere.',
  'likely-same-person.fix':
    'Fragen Sie, ob diese Konten einer Person gehören. Wenn ja, machen Sie die Adresse bei jedem Serverkonto zur primären, und behalten Sie nur ein Cloudkonto.',
  'ambiguous.title': 'Mehrdeutige Zuordnung',
  'ambiguous.meaning':
    'Zwei Cloudkonten könnten dieselbe Person sein, die nur eines haben kann; die stärkere Zuordnung gilt.',
  'ambiguous.fix':
    'Finden Sie heraus, wem diese Konten gehören. Nur die Konten einer Person sollten die Adresse haben, oder nur eines der Cloudkonten sollte zu den Serverkonten führen.',
  'missing-from-github.title': 'Fehlt bei GitHub',
  'missing-from-github.meaning':
    'Die Person nimmt laut unseren Quellen eine Lizenz in Anspruch, und GitHub führt keines ihrer Konten auf.',
  'missing-from-github.fix':
    'Synchronisieren Sie die Nutzung der Instanzen mit GitHub, das dann für diese Konten eine Lizenz zählt.',
  'gone-from-instance.title': 'Auf der Instanz nicht mehr vorhanden',
  'gone-from-instance.meaning': 'GitHub führt noch Konten auf, die es auf ihrer Instanz nicht mehr gibt.',
  'gone-from-instance.fix':
    'Synchronisieren Sie die Nutzung der Instanzen mit GitHub, das diese Konten dann nicht mehr aufführt.',
  'dormant-and-consuming.title': 'Inaktiv und mit Lizenz',
  'dormant-and-consuming.meaning':
    'Die Person hat lange keines ihrer Konten benutzt; inaktive Konten nehmen eine Lizenz in Anspruch.',
  'dormant-and-consuming.fix':
    'Sperren Sie diese Konten auf der Instanz, und synchronisieren Sie diese danach mit GitHub.',
  'no-verified-domain-email.title': 'Keine Adresse in einer verifizierten Domäne',
  'no-verified-domain-email.meaning':
    'Nichts kann dieses Cloudkonto Serverkonten zuordnen; die Person wird vielleicht doppelt gezählt.',
  'no-verified-domain-email.fix':
    'Verifizieren Sie die Domäne Ihres Unternehmens bei GitHub, und lassen Sie die Person eine Adresse darin hinzufügen und verifizieren oder sich über eine verknüpfte SAML- oder SCIM-Identität anmelden.',
  'unknown-state.title': 'Nicht bekannt, ob gesperrt',
  'unknown-state.meaning':
    'Keine Quelle sagt, ob diese Konten gesperrt sind; deshalb zählen sie als Konten mit Lizenz.',
  'unknown-state.fix':
    'Fügen Sie all_users.csv der Instanz hinzu, oder lassen Sie die Datei von einer Synchronisierung holen: Sie sagt, ob ein Konto gesperrt ist.',
  'subscription-not-linked.title': 'Visual Studio-Abonnement nicht verknüpft',
  'subscription-not-linked.meaning':
    'Die Person hat ein Visual Studio-Abonnement, und GitHub zählt außerdem eine Lizenz des Unternehmens.',
  'subscription-not-linked.fix':
    'Machen Sie die Adresse zu einer dieser Konten, verifiziert bei einem Cloudkonto, oder ordnen Sie das Abonnement bei GitHub von Hand zu.',
  'usage-encrypted.title': 'Nutzung verschlüsselt',
  'usage-encrypted.meaning':
    'Im neuesten Export sind die Benutzer verschlüsselt; die Konten sind daher die zuvor bekannten oder keine.',
  'usage-encrypted.fix':
    'Fügen Sie all_users.csv der Instanz hinzu oder einen Export mit unverschlüsselten Benutzern.',
  'usage-stale.title': 'Nutzung veraltet',
  'usage-stale.meaning':
    'Die neueste Nutzung ist über eine Woche alt; wer seither kam oder ging, wird falsch gezählt.',
  'usage-stale.fix': 'Synchronisieren Sie die Quelle jetzt, oder fügen Sie neuere Nutzung hinzu.',
  'usage-held.title': 'Nutzung zurückgehalten',
  'usage-held.meaning':
    'Neuere Nutzung würde einen ungewöhnlichen Anteil der Konten entfernen und wartet darauf, dass ein Besitzer sie annimmt.',
  'usage-held.fix':
    'Wenn wirklich so viele Konten verschwunden sind, nehmen Sie sie unter Enterprise Server-Instanzen an.',
  'totals-disagree.title': 'Zahlen, die nicht übereinstimmen',
  'totals-disagree.meaning':
    'Eine Zahl, die GitHub nennt, ist nicht die Zahl der Konten oder Personen, die es aufführt.',
  'totals-disagree.fix':
    'Synchronisieren Sie die Cloud erneut. Wenn die Zahlen weiter voneinander abweichen, suchen Sie nach ausstehenden Einladungen, oder zeigen Sie die Konten dem GitHub-Support.',
  'counted-without-consuming.title': 'Gezählt, ohne in Anspruch zu nehmen',
  'counted-without-consuming.meaning':
    'GitHub zählt eine Lizenz für Konten, die keine in Anspruch nehmen: Sie sind gesperrt oder Systembenutzer.',
  'counted-without-consuming.fix':
    'Synchronisieren Sie die Nutzung der Instanzen mit GitHub. Wenn es für diese Konten weiter eine Lizenz zählt, zeigen Sie das dem GitHub-Support.',
  'unidentified-rows.title': 'Zeilen, die niemanden nennen',
  'unidentified-rows.meaning':
    'GitHub zählt Lizenzen in Zeilen, die kein Konto nennen oder nur eine Benutzer-ID ohne ihre Instanz.',
  'unidentified-rows.fix':
    'Synchronisieren Sie die Cloud erneut. Wenn Zeilen weiter kein Konto nennen, fragen Sie den GitHub-Support, wer dahintersteht.',
};
