import type { Translation } from '../catalogue.ts';
import type { shell as english } from '../en/shell.ts';

export const shell: Translation<typeof english> = {
  product: 'License Usage Sync',
  'document-title': '{view} · License Usage Sync',
  enterprise: 'エンタープライズ',
  'signed-in-as': 'サインイン中のアカウント',
  'sign-out': 'サインアウト',
  'sign-out-failed': 'まだサインインしています。サーバーに接続できませんでした。もう一度お試しください。',
  navigation: 'ビュー',
  usage: '使用状況',
  'server-instances': 'Enterprise Server インスタンス',
  people: 'ユーザー',
  findings: '検出事項',
  language: '言語',
  theme: 'テーマ',
  'theme-auto': 'システムに合わせる',
  'theme-light': 'ライト',
  'theme-dark': 'ダーク',
  'no-such-view': 'このアドレスには何もありません。',
  'go-to-usage': '使用状況へ移動',
};
