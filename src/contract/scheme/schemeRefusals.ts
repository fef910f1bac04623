import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Why the scheme says no: a permanent code, and the Chinese sentence of its values. */
export const schemeRefusals = {
  schemePromulgated: ({ number }: { number: number }) =>
    `方案第${number}版已印发，不能再改；请从它另起草案，改好后印发为新版本`,
  schemeNotPromulgated: ({ number }: { number: number }) =>
    `方案第${number}版还是草案，不能用来考核；请先印发`,
  schemeHasFaults: ({ count, first }: { count: number; first: string }) =>
    `方案还有${count}处错误，不能印发：${first}；请逐一改正后再印发`,
  schemeUnchanged: ({ number }: { number: number }) =>
    `草案与已印发的第${number}版内容完全相同，不必再印发；如不再需要，请撤回草案`,
  schemeDraftExists: ({ number }: { number: number }) =>
    `这一版已有草案（第${number}版）；请在草案中确认口径，免得两边各改各的`,
  schemeDraftSame: ({ number }: { number: number }) =>
    `已有一份内容完全相同的草案（第${number}版），没有再建；请接着改那一份`,
  schemeDraftInUse: ({ number, by }: { number: number; by: number }) =>
    `第${number}版草案是第${by}版的底稿，不能撤回；请先撤回第${by}版`,
  schemeOtherCycle: ({ scheme, year }: { scheme: number; year: number }) =>
    `该方案是${scheme}年度的，不能用于${year}年度；请选用${year}年度的方案，或从它另起${year}年度的草案`,
  rulingAnswerInvalid: ({ ruling, faults }: { ruling: string; faults: string }) =>
    `口径“${ruling}”的答案有误，没有保存：${faults}`,
  schemeArchiveBroken: ({ file }: { file: string }) =>
    `压缩包“${file}”打不开或已损坏；请重新压缩后再选，或直接选方案的 YAML 文件`,
  schemeFileMissing: ({ found }: { found: string }) =>
    `文件里没有方案（${found}）；请选方案的 YAML 文件，或内含 scheme.yaml 和 rubric.yaml 的压缩包`,
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof schemeRefusals> {}
}
