import type { Translation } from '../catalogue.ts';
import type { signIn as english } from '../en/sign-in.ts';

export const signIn: Translation<typeof english> = {
  title: 'Anmelden',
  lead: 'Besitzer des Unternehmens {enterprise} sehen hier, wer Benutzerlizenzen in Anspruch nimmt, und warum.',
  'with-github': 'Mit GitHub anmelden',
  'with-token': 'Mit einem personal access token anmelden',
  token: 'Personal access token (classic)',
  'token-hint':
    'Mit dem Bereich {scope}. Es wird höchstens acht Stunden in einem verschlüsselten Cookie dieses Browsers aufbewahrt.',
  submit: 'Anmelden',
  'unknown-token':
    'GitHub kennt dieses Token nicht. Prüfen Sie, ob es vollständig eingefügt wurde und noch nicht abgelaufen ist.',
  not_an_owner:
    'Nur Besitzer des Unternehmens dürfen sich anmelden, mit einem Token, das den Bereich read:enterprise hat. Bitten Sie einen Besitzer, Sie dazu zu machen, oder melden Sie sich mit einem anderen Konto an.',
  access_denied:
    'GitHub durfte nicht mitteilen, wer Sie sind. Melden Sie sich erneut an, und autorisieren Sie die App.',
  expired: 'Die Anmeldung ist abgelaufen. Melden Sie sich erneut an.',
  github_unavailable:
    'GitHub kann im Moment nicht gefragt werden, wer Sie sind. Versuchen Sie es in einer Minute erneut.',
};
