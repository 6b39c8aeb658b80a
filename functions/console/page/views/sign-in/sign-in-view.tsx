import { gitHubSignInPath, type Session } from '../../api/session.ts';
import { Icon } from '../../components/icon.tsx';
import { View } from '../../components/view.tsx';
import { Written } from '../../components/written.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { useRoute } from '../../router/use-route.ts';
import { SIGN_IN_ERRORS } from './sign-in-errors.ts';
import { TokenForm } from './token-form.tsx';
import './sign-in-view.css';

interface SignInViewProps {
  readonly session: Session;
  /** Somebody was signed in until just now. */
  readonly expired: boolean;
  readonly onSignedIn: (session: Session) => void;
}

export function SignInView({ session, expired, onSignedIn }: SignInViewProps) {
  const translator = useTranslator();
  const route = useRoute();
  const error =
    SIGN_IN_ERRORS.find((code) => code === route.query.get('error')) ?? (expired ? 'expired' : null);
  const returnTo = route.path[0] === 'sign-in' ? '#/' : location.hash;
  return (
    <View narrow title={translator.text('sign-in.title')}>
      <div class="sign-in">
        <p class="sign-in-lead">
          {translator.rich('sign-in.lead', {
            enterprise: (
              <strong>
                <Written text={session.enterprise} />
              </strong>
            ),
          })}
        </p>
        {error && (
          <p class="sign-in-error" role="alert">
            <Icon name="alert" />
            <span>{translator.text(`sign-in.${error}`)}</span>
          </p>
        )}
        {session.sign_in.oauth && (
          <a class="button button-primary" href={gitHubSignInPath(returnTo)}>
            <Icon name="mark-github" />
            {translator.text('sign-in.with-github')}
          </a>
        )}
        <TokenForm open={!session.sign_in.oauth} onSignedIn={onSignedIn} />
      </div>
    </View>
  );
}
