/** 工作表名: what a workbook takes: at most 31 signs, none of `[]:*?/\`, no quote at either end, one of a kind without regard to case. */
export function openSheetNames(): (wanted: string) => string {
  const taken = new Set(['history'])
  return wanted => {
    const plain =
      wanted
        .replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
        .trim()
        .replace(/^'+|'+$/g, '')
        .trim() || '工作表'
    for (let more = 1; ; more++) {
      const ending = more === 1 ? '' : String(more)
      const name = `${[...plain]
        .slice(0, 31 - ending.length)
        .join('')
        .slice(0, 31 - ending.length)}${ending}`
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  }
}
