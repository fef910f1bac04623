import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Why the intake says no: a permanent code, and the Chinese sentence of its values. */
export const intakeRefusals = {
  intakeNotReady: ({ state }: { state: string }) =>
    `这次导入现在是“${state}”，还不能提交；请等预览完成后再提交`,
  intakeSettled: ({ state, by, at }: { state: string; by: string; at: string }) =>
    `这次导入${state}（${by}，${at}），没有再写入；要再导入请重新选择文件`,
  intakeOutdated: ({ year }: { year: number }) =>
    `预览之后，${year}年度的名册或事实又有改动，没有写入；请点“重新核对”，看过新的预览再提交`,
  intakeReplanned: () => '预览已经更新，与您看到的不同，没有写入；请看过新的预览再提交',
  intakeHasRefused: ({ refused, accepted }: { refused: number; accepted: number }) =>
    `有 ${refused} 行被退回，没有写入；请改好文件重新导入，或选择“只提交通过的 ${accepted} 行”`,
  intakeBlocked: ({ total, blockers }: { total: number; blockers: string }) =>
    `有 ${total} 处与已有内容冲突，没有写入：${blockers}`,
  intakeNothingNew: () => '文件里没有新的内容，名册和事实都与现有的一致，没有写入；无需提交',
  intakeUnreadable: ({ reference }: { reference: string }) =>
    `读取文件时程序出错，没有写入；请把编号 ${reference} 告诉系统管理员`,
  intakeTooLarge: () => '文件太大，读取时内存不够，没有写入；请拆成几个文件后分别导入',
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof intakeRefusals> {}
}
