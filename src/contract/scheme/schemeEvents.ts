interface Version {
  readonly title: string
  readonly number: number
}

/** 方案的留痕事件. */
export interface SchemeEvents {
  /** `from` is the number of the version that it was drafted from, `file` the one that it was read from. */
  readonly schemeDrafted: Version & { readonly from?: number; readonly file?: string }
  /** `parts` are the parts of the scheme that differ from before, in Chinese. */
  readonly schemeEdited: Version & { readonly parts: readonly string[]; readonly changes: number }
  readonly rulingSettled: Version & {
    readonly ruling: string
    readonly question: string
    readonly text: string
    readonly settledBy: string
    readonly from?: number
  }
  readonly schemePromulgated: Version & { readonly hash: string }
  readonly schemeDraftWithdrawn: Version
}

const named = ({ title, number }: Version): string => `方案“${title}”第${number}版`
const drafted = (from: number | undefined, file: string | undefined): string =>
  from === undefined ? (file === undefined ? '' : `（自文件“${file}”导入）`) : `（由第${from}版起草）`

/** 方案事件的句子. */
export const schemeEventSentences: {
  readonly [K in keyof SchemeEvents]: (values: SchemeEvents[K]) => string
} = {
  schemeDrafted: ({ from, file, ...version }) => `新建草案：${named(version)}${drafted(from, file)}`,
  schemeEdited: ({ parts, changes, ...version }) =>
    `修改草案：${named(version)}，${parts.join('、')}共${changes}处`,
  rulingSettled: ({ ruling, question, text, settledBy, from, ...version }) =>
    `确认口径${ruling}（${question}）：${text}，答复者${settledBy}，写入${named(version)}${drafted(from, undefined)}`,
  schemePromulgated: ({ hash, ...version }) => `印发${named(version)}，内容校验值 ${hash.slice(0, 16)}`,
  schemeDraftWithdrawn: version => `撤回草案：${named(version)}`,
}
