import type { Translation } from '../catalogue.ts';
import type { addUsage as english } from '../en/add-usage.ts';

export const addUsage: Translation<typeof english> = {
  title: '서버 사용량 추가',
  lead: '인스턴스의 라이선스 사용량 내보내기와 all_users.csv 또는 엔터프라이즈의 사용된 라이선스를 GitHub에서 받은 그대로 추가하세요. gzip으로 압축해도 됩니다.',
  drop: '여기에 파일을 놓으세요',
  'drop-or': '또는',
  choose: '파일 선택',
  files: '파일',
  'host-name': '인스턴스의 호스트 이름',
  'host-name-hint': '사용자 보고서에는 어느 인스턴스의 것인지 나와 있지 않습니다.',
  'host-name-wrong': '{example}과 같은 호스트 이름을 입력하세요.',
  'host-name-submit': '추가',
  'host-name-wanted': '인스턴스가 지정되지 않았습니다',
  waiting: '대기 중',
  sending: '업로드 중',
  'sending-file': '{file} 업로드',
  reading: '업로드됨, 읽는 중',
  'reading-next': '큰 파일은 몇 분 걸립니다. 이 창을 닫아도 됩니다. 결과는 업로드 목록에 표시됩니다.',
  failed: '업로드되지 않음',
  'no-connection': '업로드용 버킷에 연결할 수 없습니다. 네트워크를 확인한 다음 파일을 다시 업로드하세요.',
  refused: '업로드용 버킷이 파일을 받지 않았습니다. 다시 업로드하세요.',
  again: '다시 업로드',
  remove: '{file} 제거',
  told: '{file}: {outcome}',
};
