import {
  type DebriefPost,
  debriefPosts,
  type DebriefSide,
  debriefSidesOf,
} from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import { comparable } from '../../../../domain/kernel/comparable.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { defineList } from '../../../../files/lists/defineList.ts'
import type { Transaction } from '../../../platform/database/openDatabase.ts'
import type { FileAnswer } from '../../../platform/http/fileAnswer.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { answerTemplate } from '../../../platform/lists/answerList.ts'
import { importList } from '../../../platform/lists/importList.ts'
import { loadYear } from '../../../year/loadYear.ts'
import { debriefsOf, insertDebriefs } from './debriefs.store.ts'
import { type DebriefFields, newDebrief, openLedger } from './keepDebriefs.ts'

interface Listed {
  readonly there: ReadonlySet<string>
}

const keyOf = ({ name, branch }: Pick<DebriefFields, 'name' | 'branch'>): string =>
  `${comparable(name)} ${comparable(branch)}`

const POSTS = Object.values(debriefPosts)

const dayNames = {
  superior: '计划向上级述职',
  members: '计划向党员述职',
  together: '计划向上级和党员述职',
} as const

/** Those who hold a dual debrief as a workbook, with the days planned of the debriefs that the scheme asks for. */
const listOf = (sides: readonly DebriefSide[]) =>
  defineList({
    name: '双述双评名单',
    most: 2_000,
    columns: [
      { name: '姓名', wanted: true, most: 100, width: 14 },
      { name: '职务', wanted: true, width: 18, options: (): readonly string[] => POSTS },
      { name: '所在党组织', also: ['支部', '党支部', '所在支部'], wanted: true, most: 200, width: 32 },
      ...sides.map(side => ({ name: dayNames[side], width: 18, takes: 'day' as const })),
    ],
    guide: () => ['一行一人；带 * 的列必须填。', '已在名单里的不重复导入。'],
    read(line, { there }: Listed): DebriefFields | undefined {
      const said = line.text('职务')
      const post = (Object.keys(debriefPosts) as DebriefPost[]).find(one => debriefPosts[one] === said)
      if (post === undefined) return void line.wrong('职务', POSTS.join('、'))
      const [name, branch] = [line.text('姓名'), line.text('所在党组织')]
      if (there.has(keyOf({ name, branch }))) line.refuse(refuse('debriefTwin', { name, branch }), '姓名')
      const days = Object.fromEntries(sides.map(side => [`${side}On`, line.day(dayNames[side])]))
      return { name, post, branch, ...days }
    },
    once: { key: keyOf, twin: row => `与第${row}行是同一人`, column: '姓名' },
  })

async function loadListed(tx: Transaction, year: number, unit: string): Promise<Listed | Refusal> {
  const ground = await openLedger(tx, year, unit)
  if (isRefusal(ground)) return ground
  return { there: new Set((await debriefsOf(tx, year, unit)).map(keyOf)) }
}

/** Answers the template of the list. */
export async function debriefTemplate({
  context,
  params: { year },
}: Served<'GET /api/years/:year/units/:unit/debriefs-template.xlsx'>): Promise<FileAnswer | Refusal> {
  const found = await loadYear(context.db, year)
  if (isRefusal(found)) return found
  const list = listOf(debriefSidesOf(found.scheme))
  return answerTemplate(context, list, { there: new Set<string>() }, `${year}年度双述双评名单模板`)
}

/** Imports those who hold a dual debrief, all rows or none. */
export async function importDebriefs(request: Served<'POST /api/years/:year/units/:unit/debriefs/workbook'>) {
  const {
    context,
    actor,
    params: { year, unit },
  } = request
  const found = await loadYear(context.db, year)
  if (isRefusal(found)) return found
  return importList(request, {
    list: listOf(debriefSidesOf(found.scheme)),
    load: tx => loadListed(tx, year, unit),
    show: ({ name, post, branch }) => ({ name, post, branch }),
    commit: async (tx, rows) => {
      const made = rows.map(fields => newDebrief(context, actor, { year, unit }, fields))
      const count = await insertDebriefs(tx, made)
      return { answer: { count }, events: [{ kind: 'debriefsListed', year, unit, values: { count } }] }
    },
  })
}
