import type { Translation } from '../catalogue.ts';
import type { controls as english } from '../en/controls.ts';

export const controls: Translation<typeof english> = {
  loading: '불러오는 중',
  close: '닫기',
  cancel: '취소',
  'dismiss-message': '이 메시지 닫기',
  pages: '페이지',
  page: '페이지 {page}',
  previous: '이전',
  next: '다음',
  'download-started': '다운로드가 시작되었습니다.',
  preparing: '준비 중',
  'nothing-to-download': '첫 병합 전에는 다운로드할 항목이 없습니다.',
};
