import type { Translation } from '../catalogue.ts';
import type { consumption as english } from '../en/consumption.ts';

export const consumption: Translation<typeof english> = {
  consumes: 'ユーザー ライセンスを使用しています',
  'consumes-none': 'ユーザー ライセンスを使用していません',
  yes: '使用中',
  no: '使用なし',
  'license-type': 'ライセンスの種類',
  'license-type.enterprise': 'Enterprise',
  'license-type.visual-studio-subscription': 'Visual Studio サブスクリプション',
  'license-type.none': 'なし',
  'reason.visual-studio-subscription': 'Visual Studio サブスクリプション',
  'reason.cloud-account': 'クラウド アカウント',
  'reason.server-account': 'アクティブなサーバー アカウント',
  'reason.dormant-server-account': '休眠中のサーバー アカウント',
  'reason.server-account-of-unknown-state': '状態が不明なサーバー アカウント',
  'reason.suspended': '一時停止中',
  'reason.system-user': 'システム ユーザー',
  'reason.unlinked-visual-studio-subscription': 'リンクされていない Visual Studio サブスクリプション',
  'why.visual-studio-subscription':
    'サブスクリプションがアカウントにリンクされているため、Visual Studio サブスクリプションのライセンスが使用されています。',
  'why.cloud-account':
    'GitHub が、このクラウド アカウントをエンタープライズの使用済みライセンスの一覧に含めています。',
  'why.server-account': 'インスタンスのアクティブ ユーザーはすべてライセンスを使用します。',
  'why.dormant-server-account':
    'インスタンスの休眠ユーザーもライセンスを使用します。ライセンスを解放するには、アカウントを一時停止してください。',
  'why.server-account-of-unknown-state':
    '同期または追加されたデータからはアカウントが一時停止されているかどうかわからないため、使用として数えています。インスタンスのユーザー レポート (all_users.csv) で確認できます。',
  'why.suspended':
    '一時停止中のユーザーはライセンスを使用しません。このユーザーの他のアカウントもライセンスを使用していません。',
  'why.system-user':
    'ghost と scim-admin はインスタンスが自身のために作成するユーザーであり、ライセンスを使用しません。',
  'why.unlinked-visual-studio-subscription':
    'どのアカウントにもリンクされていない Visual Studio サブスクリプションは、GitHub のライセンスを使用しません。',
};
