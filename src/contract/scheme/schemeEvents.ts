interface Version {
  readonly title: string
  readonly number: number
}

const named = ({ title, number }: Version): string => `方案“${title}”第${number}版`
const drafted = (from: number | undefined, file: string | undefined): string =>
  from === undefined ? (file === undefined ? '' : `（自文件“${file}”导入）`) : `（由第${from}版起草）`

/** Chinese sentences for the scheme events. */
export const schemeEvents = {
  /** `from` is the number of the version it was drafted from, `file` the file it was read from. */
  schemeDrafted: ({ from, file, ...version }: Version & { from?: number; file?: string }) =>
    `新建草案：${named(version)}${drafted(from, file)}`,
  /** `parts` are the changed parts of the scheme, in Chinese. */
  schemeEdited: ({ parts, changes, ...version }: Version & { parts: readonly string[]; changes: number }) =>
    `修改草案：${named(version)}，${parts.join('、')}共${changes}处`,
  rulingSettled: ({
    ruling,
    question,
    text,
    settledBy,
    from,
    ...version
  }: Version & { ruling: string; question: string; text: string; settledBy: string; from?: number }) =>
    `确认口径${ruling}（${question}）：${text}，答复者${settledBy}，写入${named(version)}${drafted(from, undefined)}`,
  schemePromulgated: ({ hash, ...version }: Version & { hash: string }) =>
    `印发${named(version)}，内容校验值 ${hash.slice(0, 16)}`,
  schemeDraftWithdrawn: (version: Version) => `撤回草案：${named(version)}`,
}
