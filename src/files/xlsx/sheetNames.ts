/** Valid sheet names of a workbook: at most 31 characters, none of `[]:*?/\\`, no quote at either end, unique without regard to case. */
export interface SheetNames {
  /** returns a name for one of the tables that every workbook has, reserved for it. */
  readonly kept: (wanted: string) => string
  readonly other: (wanted: string) => string
}

/** Creates the sheet names; the names in `kept` are reserved. */
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

/** Shortens a name to whole characters, counted in UTF-16 as workbooks do, without a trailing quote. */
function shortened(name: string, most: number): string {
  let short = ''
  for (const sign of name) if (short.length + sign.length <= most) short += sign
  return short.replace(/[ ']+$/, '')
}
