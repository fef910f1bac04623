/** 工作表名: what a workbook takes: at most 31 signs, none of `[]:*?/\\`, no quote at either end, one of a kind without regard to case. */
export interface SheetNames {
  /** a name for one of the tables that every workbook has, kept free for it. */
  readonly kept: (wanted: string) => string
  readonly other: (wanted: string) => string
}

/** 备好工作表名; `kept` are names that others must leave alone. */
export function createSheetNames(kept: readonly string[]): SheetNames {
  const taken = new Set(['history', ...kept])
  const waiting = new Set(kept)
  const other = (wanted: string): string => {
    const plain = plainName(wanted)
    for (let more = 1; ; more++) {
      const ending = more === 1 ? '' : String(more)
      const name = `${shortened(plain, 31 - ending.length)}${ending}`
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  }
  return { other, kept: wanted => (waiting.delete(wanted) ? wanted : other(wanted)) }
}

function plainName(wanted: string): string {
  // oxlint-disable-next-line no-control-regex
  const plain = wanted.replace(/[[\]:*?/\\\u0000-\u001f\s]+/g, ' ').replace(/^[ ']+|[ ']+$/g, '')
  return plain === '' ? '工作表' : plain
}

/** Whole signs only, counted as workbooks count them (UTF-16), and no quote left at the end. */
function shortened(name: string, most: number): string {
  let short = ''
  for (const sign of name) if (short.length + sign.length <= most) short += sign
  return short.replace(/[ ']+$/, '')
}
