import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { checkListLine, type NewLine, tidyLine } from '../../../domain/campaign/draw/checkListLine.ts'
import type { DrawPurpose } from '../../../domain/campaign/draw/drawPurpose.ts'
import { listHeadings, MOST_LINES, refusePrivateColumns } from '../../../domain/campaign/draw/readListRows.ts'
import { comparable } from '../../../domain/kernel/comparable.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { defineList, type List } from '../../../files/lists/defineList.ts'
import { readRows } from '../../../files/lists/readList.ts'
import { choosingHeadings } from '../../../files/lists/readTable.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { readSentTable } from '../../platform/lists/readSentTable.ts'

/** The rows of the ids read so far. */
type Ids = Map<string, number>

const { id, person, branch, general } = listHeadings

/** A list of branches or members as a workbook. */
function drawList(purpose: DrawPurpose): List<Ids, NewLine> {
  const isMembers = purpose === 'member'
  return defineList<Ids, NewLine, string>({
    name: isMembers ? '党员' : '党支部',
    most: MOST_LINES,
    columns: [
      isMembers
        ? { name: '姓名', also: person, wanted: true }
        : { name: '党支部', also: [...branch, ...general], wanted: true },
      ...(isMembers ? [{ name: '党支部', also: branch }] : []),
      { name: '编号', also: id },
    ],
    refuseHeadings: refusePrivateColumns,
    read(line, ids) {
      const [name, of] = isMembers ? [line.bare('姓名'), line.bare('党支部')] : [line.bare('党支部'), '']
      const read = tidyLine({ id: line.code('编号'), name, branch: of })
      const first = read.id === undefined ? undefined : ids.get(read.id)
      const twice = first === undefined ? undefined : refuse('drawIdTwice', { id: read.id!, row: first })
      const wrong = checkListLine(read) ?? twice
      if (wrong !== undefined) return line.refuse(describeLine(read, wrong))
      if (read.id !== undefined) ids.set(read.id, line.row)
      return read
    },
    once: {
      key: read => `${comparable(read.name)}\t${comparable(read.branch ?? '')}`,
      twin: row => `与第${row}行相同；若确是两人，请在姓名后注明区别，如“（大）”“（小）”`,
    },
  })
}

function describeLine({ name, branch: of }: NewLine, why: Refusal): string {
  const line = [name, of].filter(text => text !== undefined && text !== '').join('　')
  return line === '' ? sentenceOfRefusal(why) : `“${line.slice(0, 200)}”，${sentenceOfRefusal(why)}`
}

/** Reads a draw list from a workbook: its lines, the refused rows with their reasons, and what was passed over. Saves nothing. */
export async function readListFile({
  params: { purpose },
  query: { as },
  raw,
}: Served<'POST /api/years/:year/units/:unit/draw-lists/:purpose/reading'>) {
  const list = drawList(purpose)
  const table = await readSentTable(choosingHeadings(list, as), raw)
  const reading = isRefusal(table) ? table : readRows(list, table, new Map())
  if (isRefusal(reading)) return reading
  const { accepted, refused, notices } = reading
  if (accepted.length + refused.length === 0) return refuse('drawListEmpty', {})
  return { lines: accepted.map(({ value }) => ({ ...value })), refused: [...refused], notices: [...notices] }
}
