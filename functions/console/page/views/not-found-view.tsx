import { State } from '../components/state.tsx';
import { View } from '../components/view.tsx';
import { useTranslator } from '../language/language-context.tsx';
import { hrefOf } from '../router/route.ts';

export function NotFoundView() {
  const translator = useTranslator();
  return (
    <View title={translator.text('errors.not-found.title')}>
      <State
        icon="search"
        title={translator.text('shell.no-such-view')}
        actions={
          <a class="button" href={hrefOf([])}>
            {translator.text('shell.go-to-usage')}
          </a>
        }
      />
    </View>
  );
}
