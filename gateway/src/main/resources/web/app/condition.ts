import { code, words } from './words';

const t = words({ commitment: 'another commitment' }, { commitment: 'un autre engagement' });

/** What a condition asks for. `COMMITMENT` is also the code of a link that breaks, and there it is called otherwise. */
export function conditionKind(kind: string): string {
  return kind === 'COMMITMENT' ? t('commitment') : code(kind);
}
