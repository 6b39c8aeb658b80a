import type { Translation } from '../catalogue.ts';
import type { signIn as english } from '../en/sign-in.ts';

export const signIn: Translation<typeof english> = {
  title: '로그인',
  lead: '엔터프라이즈 {enterprise}의 소유자는 여기에서 누가 왜 사용자 라이선스를 사용하는지 볼 수 있습니다.',
  'with-github': 'GitHub로 로그인',
  'with-token': 'personal access token으로 로그인',
  token: 'Personal access token (classic)',
  'token-hint': '{scope} 범위가 필요합니다. 이 브라우저의 암호화된 쿠키에 최대 8시간 동안 보관됩니다.',
  submit: '로그인',
  'unknown-token':
    'GitHub에서 이 토큰을 찾을 수 없습니다. 토큰을 전부 붙여 넣었는지, 만료되지 않았는지 확인하세요.',
  not_an_owner:
    '엔터프라이즈 소유자만 read:enterprise 범위가 있는 토큰으로 로그인할 수 있습니다. 엔터프라이즈 소유자에게 소유자로 지정해 달라고 요청하거나 다른 계정으로 로그인하세요.',
  access_denied:
    'GitHub가 사용자 정보를 제공하도록 허용되지 않았습니다. 다시 로그인하고 앱에 권한을 부여하세요.',
  expired: '로그인이 만료되었습니다. 다시 로그인하세요.',
  github_unavailable: '지금은 GitHub에 사용자를 확인할 수 없습니다. 잠시 후 다시 시도하세요.',
};
