import type { Translation } from '../catalogue.ts';
import type { consumption as english } from '../en/consumption.ts';

export const consumption: Translation<typeof english> = {
  'visual-studio-subscription': 'リンクされた Visual Studio サブスクリプション',
  'cloud-account': 'GitHub の使用済みライセンスの一覧にある',
  'server-account': 'インスタンスのアクティブなアカウント',
  'dormant-server-account': 'インスタンスの休眠アカウント',
  'server-account-of-unknown-state': 'インスタンスのアカウント、停止されているかどうかは不明',
  suspended: 'すべてのアカウントが停止されている',
  'system-user': 'インスタンスのシステム ユーザー',
  'unlinked-visual-studio-subscription': 'アカウントのない Visual Studio サブスクリプション',
};
