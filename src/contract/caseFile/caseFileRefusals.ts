import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Why a case file cannot be made: a permanent code, and the Chinese sentence of its values. */
export const caseFileRefusals = {
  checkerMissing: () => '服务器上还没有核验页，不能制作案卷；请系统管理员重新安装或构建网页后再试',
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof caseFileRefusals> {}
}
