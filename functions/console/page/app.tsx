import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { Api } from './api/api.ts';
import { ApiContext } from './api/api-context.tsx';
import { readSession, type Session, type SignedIn, signOut } from './api/session.ts';
import { useLoaded } from './api/use-loaded.ts';
import { Announcer } from './components/announcer.tsx';
import { ErrorState } from './components/error-state.tsx';
import { useRoute } from './router/use-route.ts';
import { Brand } from './shell/brand.tsx';
import { Footer } from './shell/footer.tsx';
import { Header } from './shell/header.tsx';
import { Navigation } from './shell/navigation.tsx';
import { SignInView } from './views/sign-in/sign-in-view.tsx';
import { viewAt } from './views/views.ts';

/** Asks who is signed in, and shows the console or the way in. */
export function App() {
  const anonymous = useMemo(() => new Api({ csrfToken: null, onSignedOut: () => undefined }), []);
  const [session, setSession] = useState<Session | null>(null);
  const [expired, setExpired] = useState(false);
  const asked = useLoaded(() => readSession(anonymous), []);
  const current = session ?? asked.value;
  const leave = (hasExpired: boolean) => {
    setExpired(hasExpired);
    if (current !== null) setSession({ ...current, signed_in: false });
  };
  const enter = (signedIn: Session) => {
    setExpired(false);
    setSession(signedIn);
  };
  if (current === null) {
    if (asked.error === null) return null;
    return (
      <Outside>
        <main>
          <ErrorState error={asked.error} onRetry={asked.reload} />
        </main>
      </Outside>
    );
  }
  if (current.signed_in) return <SignedInApp session={current} onLeave={leave} />;
  return (
    <ApiContext.Provider value={anonymous}>
      <Outside>
        <SignInView session={current} expired={expired} onSignedIn={enter} />
      </Outside>
    </ApiContext.Provider>
  );
}

/** Around what is shown to who is not signed in. */
function Outside({ children }: { readonly children: ComponentChildren }) {
  return (
    <>
      <header class="header">
        <Brand />
      </header>
      {children}
      <Footer />
    </>
  );
}

interface SignedInAppProps {
  readonly session: SignedIn;
  /** `expired`, or by the owner's own will. */
  readonly onLeave: (expired: boolean) => void;
}

function SignedInApp({ session, onLeave }: SignedInAppProps) {
  const route = useRoute();
  const { csrf_token: csrfToken } = session;
  const api = useMemo(() => new Api({ csrfToken, onSignedOut: () => onLeave(true) }), [csrfToken]);
  const View = viewAt(route);
  const leave = async () => {
    await signOut(api);
    onLeave(false);
  };
  return (
    <ApiContext.Provider value={api}>
      <Announcer>
        <Header session={session} onSignOut={leave} />
        <Navigation route={route} />
        {/* A view of its own for each path: nothing of one is left in the next. */}
        <View key={route.path.join('/')} route={route} />
        <Footer />
      </Announcer>
    </ApiContext.Provider>
  );
}
