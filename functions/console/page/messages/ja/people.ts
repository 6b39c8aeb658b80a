import type { Translation } from '../catalogue.ts';
import type { people as english } from '../en/people.ts';

export const people: Translation<typeof english> = {
  title: 'ユーザー',
  lead: 'インスタンスまたはエンタープライズにアカウントを持つすべてのユーザーです。同じ人の複数のアカウントは 1 人として数えます。',
  search: 'ログイン名またはアドレスで検索',
  'search-by': '検索方法',
  'by.q': '先頭',
  'by.email': 'アドレス全体',
  'not-an-address': 'mona@example.com のように、アドレス全体を入力してください。',
  count: { other: '{count} 人' },
  person: 'ユーザー',
  addresses: 'アドレス',
  'more-addresses': { other: '他 {count} 件' },
  accounts: 'アカウント',
  'cloud-account': 'クラウド',
  'more-instances': { other: '他 {count} 件' },
  'subscription-alone': 'アカウントなし',
  license: 'ユーザー ライセンス',
  nameless: 'ユーザー {id}',
  'nobody.title': 'ユーザーはまだいません',
  'nobody.next':
    '同期するか、サーバーの使用状況を追加してください。最初の使用状況がマージされると、ユーザーが表示されます。',
  'nobody.action': 'Enterprise Server インスタンスへ移動',
  'none-found.title': '該当するユーザーはいません',
  'none-found.next':
    'ユーザーはログイン名またはアドレスの先頭で検索できます。途中の文字では検索できません。名前は保存されていません。',
  'none-found.exact':
    'このアドレスに完全に一致するユーザーはいません。アドレスの先頭で検索してみてください。',
  'none-found.filtered':
    'フィルターに該当するユーザーはいません。別のフィルターを選ぶか、フィルターを解除してください。',
  'show-all': 'すべて表示',
  'no-such-page': 'このページは空です',
  'first-page': '最初のページへ移動',
  changes: '変更',
  'filter.license': 'ユーザー ライセンス',
  'filter.deployment': 'デプロイ',
  'filter.source': 'インスタンス',
  'several-instances': '複数のインスタンス',
  'filter.all': 'すべて',
  'license.true': '使用中',
  'license.false': '使用なし',
  'license.reason': '理由: {reason}',
};
