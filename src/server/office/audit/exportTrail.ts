import { Readable } from 'node:stream'
import type { TrailLine } from '../../../files/trail/trailHash.ts'
import { trailText } from '../../../files/trail/trailText.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { openWorkbookStream } from '../../../files/xlsx/stream/workbookStream.ts'
import { trailGroups } from '../../../contract/trail/trailGroups.ts'
import type { Change } from '../../platform/change/change.ts'
import { XLSX } from '../../platform/http/answerWorkbook.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { formatInstant } from '../../platform/formatInstant.ts'
import { readHead, type TrailFilters, walkTrail } from './audit.store.ts'
import { hasWords, presentLine } from './presentLine.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { unitNames } from '../roster/unit.store.ts'

/** The most rows of an exported table. */
const MOST_ROWS = 200_000

/** Exports the whole trail as lines of JSON, each with its hash and the previous one; the last line is the export itself. */
export async function exportLines({
  context: { db, today },
  change,
}: Served<'GET /api/trail.ndjson'>): Promise<FileAnswer | Refusal> {
  const noted = await note(change, 'NDJSON', (await readHead(db)).seq + 1, '')
  if (isRefusal(noted)) return noted
  const { seq } = await readHead(db)
  return {
    name: `留痕-${today()}.ndjson`,
    type: 'application/x-ndjson; charset=utf-8',
    content: Readable.from(textOf(walkTrail(db, {}, seq))),
  }
}

async function* textOf(lines: AsyncIterable<TrailLine>): AsyncGenerator<string> {
  let text = ''
  for await (const line of lines) {
    text += trailText(line)
    if (text.length < PIECE) continue
    yield text
    text = ''
  }
  yield text
}

const PIECE = 64 * 1024

/** Exports the filtered trail as a table of sentences. */
export async function exportTable(
  context: AppContext,
  change: Change,
  filters: TrailFilters,
  most = MOST_ROWS,
): Promise<FileAnswer | Refusal> {
  const { db, today } = context
  const { seq } = await readHead(db)
  const workbook = openWorkbookStream({ title: '留痕', madeOn: today() })
  const sheet = workbook.open({
    name: '留痕',
    columns: [8, 20, 18, 14, 80, 8, 26, 68].map(width => ({ width })),
    frozenRows: 1,
    filterRow: 1,
  })
  sheet.add(
    ['序号', '时间', '人员', '类别', '事项', '年度', '单位', '校验值'].map(value => ({
      value,
      style: { bold: true },
    })),
  )
  const names = new NameBook(db)
  for await (const line of walkTrail(db, filters, seq)) {
    if (!hasWords(line, filters.text)) continue
    if (sheet.rows() > most) return refuse('trailTooLong', { most })
    const told = presentLine(line, await names.with(line.unit))
    const cells = [
      told.seq,
      formatInstant(told.at),
      told.actorName,
      told.group,
      told.sentence,
      told.year,
      told.unitName ?? told.unit,
      told.hash,
    ]
    sheet.add(cells)
    await sheet.settle()
  }
  const noted = await note(change, 'Excel', sheet.rows() - 1, describeFilters(filters))
  if (isRefusal(noted)) return noted
  return { name: `留痕-${today()}.xlsx`, type: XLSX, content: await workbook.finish() }
}

function note(
  change: Change,
  form: 'NDJSON' | 'Excel',
  lines: number,
  filters: string,
): Promise<null | Refusal> {
  return change(async () => ({
    answer: null,
    events: [{ kind: 'trailExported', values: { form, lines, filters } }],
  }))
}

function describeFilters({ group, person, unit, year, from, to, text }: TrailFilters): string {
  const told = [
    group && trailGroups[group].name,
    person && `人员含“${person}”`,
    unit && `单位 ${unit}`,
    year && `${year}年度`,
    from && `自 ${from}`,
    to && `至 ${to}`,
    text && `含“${text}”`,
  ]
  return told.filter(each => each !== undefined && each !== '').join('，')
}

/** Cache of unit names, each queried once. */
class NameBook {
  readonly #db: AppContext['db']
  readonly #names = new Map<string, string>()
  readonly #asked = new Set<string>()

  constructor(db: AppContext['db']) {
    this.#db = db
  }

  async with(unit: string | null | undefined): Promise<ReadonlyMap<string, string>> {
    if (unit != null && !this.#asked.has(unit)) {
      this.#asked.add(unit)
      for (const [id, name] of await unitNames(this.#db, [unit])) this.#names.set(id, name)
    }
    return this.#names
  }
}
