import type { SignedIn } from '../api/session.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { Written } from '../components/written.tsx';
import { useTranslator } from '../language/language-context.tsx';
import { Brand } from './brand.tsx';
import './header.css';

interface HeaderProps {
  readonly session: SignedIn;
  readonly onSignOut: () => Promise<void>;
}

export function Header({ session, onSignOut }: HeaderProps) {
  const translator = useTranslator();
  const announce = useAnnounce();
  const signOut = () => {
    onSignOut().catch(() => announce(translator.text('shell.sign-out-failed'), 'error'));
  };
  return (
    <header class="header">
      <Brand />
      <span class="header-enterprise">
        <Icon name="organization" />
        <span class="visually-hidden">{translator.text('shell.enterprise')}</span>
        <Written text={session.enterprise} />
      </span>
      <span class="header-login">
        <Icon name="person" />
        <span class="visually-hidden">{translator.text('shell.signed-in-as')}</span>
        <Written text={session.login} />
      </span>
      <Button icon="sign-out" variant="invisible" onClick={signOut}>
        {translator.text('shell.sign-out')}
      </Button>
    </header>
  );
}
