import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import { XLSX } from '../../platform/http/answerWorkbook.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { readRoster } from '../roster/roster.store.ts'
import { schemeOfYear } from '../roster/schemeOfYear.ts'
import { factPages } from '../../year/facts.store.ts'
import { readHistory } from '../../year/history.store.ts'
import { findIntake, listRefusals } from './intake.store.ts'
import { type DeskThread, startIntakeThread } from './worker/startIntakeThread.ts'

/** Makes the workbook of a year: empty, with its roster (名册), or with everything it holds; the last, when read back, gives the same facts. */
export async function makeYearWorkbook(
  context: AppContext,
  year: number,
  fill: 'nothing' | 'roster' | 'facts',
): Promise<FileAnswer | Refusal> {
  const scheme = await schemeOfYear(context.db, year)
  if (isRefusal(scheme)) return scheme
  const names = { nothing: '填报工作簿（空表）', roster: '填报工作簿（带名册）', facts: '年度事实工作簿' }
  const content = await onDesk(async desk => {
    if (fill === 'nothing') return desk.workbook(scheme)
    const standing = await context.db.transaction(
      async tx => {
        if (fill === 'facts') for await (const page of factPages(tx, year)) await desk.giveFacts(page)
        const history = fill === 'facts' ? await readHistory(tx, year) : { years: [] }
        return { roster: await readRoster(tx, year), history }
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    )
    return desk.workbook(scheme, standing)
  })
  return { name: `${year}年度${names[fill]}.xlsx`, type: XLSX, content }
}

/** Makes the list of refused rows of an import, as a workbook. */
export async function makeRefusedList(
  context: AppContext,
  year: number,
  id: string,
): Promise<FileAnswer | Refusal> {
  const row = await findIntake(context.db, year, id)
  if (row === undefined) return refuse('notFound', { what: '这次导入' })
  const content = await onDesk(async desk => {
    for (let from = 0; ; from += PAGE) {
      const lines = await listRefusals(context.db, id, from, PAGE)
      await desk.giveRefused(lines)
      if (lines.length < PAGE) return desk.refusedList(`${row.file}：退回清单`, context.today())
    }
  })
  return { name: `${row.file.replace(/\.\w+$/, '')}-退回清单.xlsx`, type: XLSX, content }
}

const PAGE = 5_000

async function onDesk<T>(work: (desk: DeskThread) => Promise<T>): Promise<T> {
  const desk = startIntakeThread()
  try {
    return await work(desk)
  } finally {
    await desk.close()
  }
}
