import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Why paper sheets say no: a permanent code, and the Chinese sentence of its values. */
export const paperRefusals = {
  paperStyleFixed: ({ style }: { style: string }) =>
    `本次会议的纸质票已按“${style}”印制，不能两种混用；请仍按“${style}”印`,
  paperStyleUnfit: ({ full }: { full: string }) => `满分${full}分不能分成整十、整五的方框；请改用手写分数`,
  paperFigures: () => '本次会议的纸质票是手写分数，不能从图片读取；请由两人分别录入',
  paperNumberScanned: ({ number }: { number: number }) =>
    `第${number}号票是扫描的，不必整张录入；请只确定它的存疑格`,
  paperSheetSettled: ({ number }: { number: number }) =>
    `第${number}号票已经确定，不能再改；有误的请删去后重录`,
  paperKeyedByTwo: ({ number, by }: { number: number; by: string }) =>
    `第${number}号票已由${by}两人录入；不一致的请由他们核对票面后更正`,
  paperLinesOpen: ({ lines }: { lines: string }) => `第${lines}行还没有录入；没有填的请录为弃权`,
  paperMarksFaulty: ({ lines }: { lines: string }) => `第${lines}行不在票样规定之内；请核对后重录`,
  paperPagesMissing: ({ number }: { number: number }) => `第${number}号票还缺页；请补扫，或删去后重扫`,
  paperUnsettled: ({ sheets }: { sheets: number }) =>
    `还有${sheets}张纸质票没有确定；请由两人录入一致、确定存疑格后再计票`,
  scanKind: () => '只能读照片和扫描得到的 PDF，这个文件不是；请重新选择',
  scanTooLong: ({ most }: { most: number }) =>
    `一个 PDF 最多${most}页，且图片不能太大；请降低扫描的分辨率，或分几次扫描后分别选取`,
} as const

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof paperRefusals> {}
}
