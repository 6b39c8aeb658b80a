import type { Translation } from '../catalogue.ts';
import type { signIn as english } from '../en/sign-in.ts';

export const signIn: Translation<typeof english> = {
  title: 'サインイン',
  lead: 'エンタープライズ {enterprise} の所有者は、誰がなぜユーザー ライセンスを使用しているかをここで確認できます。',
  'with-github': 'GitHub でサインイン',
  'with-token': 'personal access token でサインイン',
  token: 'Personal access token (classic)',
  'token-hint': '{scope} スコープが必要です。このブラウザーの暗号化された Cookie に最長 8 時間保存されます。',
  submit: 'サインイン',
  'unknown-token':
    'GitHub はこのトークンを認識できません。全体が貼り付けられているか、有効期限が切れていないかを確認してください。',
  not_an_owner:
    'サインインできるのは、read:enterprise スコープを持つトークンを使うエンタープライズ所有者だけです。エンタープライズ所有者に所有者への追加を依頼するか、別のアカウントでサインインしてください。',
  access_denied:
    'GitHub からユーザー情報を取得することが許可されませんでした。もう一度サインインし、アプリを承認してください。',
  expired: 'サインインの有効期限が切れました。もう一度サインインしてください。',
  github_unavailable: '現在 GitHub にユーザーを確認できません。しばらくしてからもう一度お試しください。',
};
