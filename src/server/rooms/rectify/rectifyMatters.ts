import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { problemLines } from './listProblems.ts'
import type { ProblemLine } from './presentProblem.ts'
import { rectifyContextOf } from './rectifyContext.ts'
import { readProblems } from './rectify.store.ts'

/** Lists the problems that wait for the reader, and those that are overdue. They never hold up the seal. (五（二）) */
export async function listRectifyMatters(ground: MatterContext): Promise<Matter[]> {
  const { context, year, actor, scored, forSeal, may } = ground
  const { scheme, units, inputs } = scored
  if (forSeal || scheme === undefined || !may('readProblems')) return []
  if ((await readProblems(context.db, year)).length === 0) return []
  const reach = await ground.reach('readProblems')
  const rectify = rectifyContextOf({ scheme, roster: inputs.roster, units })
  const lines = await problemLines(context, rectify, { year, actor, reach })
  return [...waiting(lines), ...overdue(ground, lines), ...toSend(ground, lines)]
}

const AT = { name: '反馈与整改', page: '$year/problems' }

function waiting(lines: readonly ProblemLine[]): Matter[] {
  const mine = lines.filter(({ waits }) => waits)
  if (mine.length === 0) return []
  return [
    {
      ...AT,
      id: 'problemsWaiting',
      text: `办理${mine.length}个问题`,
      count: mine.length,
      who: [...new Set(mine.map(waitsFor))].join('、'),
      due: mine.map(({ dueOn }) => dueOn).find(day => day !== undefined),
      urgent: mine.some(one => one.overdue),
      waits: true,
    },
  ]
}

/** What a waiting problem waits for, in a word. */
function waitsFor({ standing, objection, extensionUntil }: ProblemLine): string {
  if (objection === 'open') return '答复异议'
  if (extensionUntil !== undefined) return '答复延期'
  return WAITS[standing] ?? '整改'
}

const WAITS: Readonly<Partial<Record<ProblemLine['standing'], string>>> = {
  drafted: '研究审核',
  sent: '确认收到、上报方案',
  planReturned: '修改方案',
  handedIn: '审核方案',
  claimed: '复查',
}

function overdue({ nameOf }: MatterContext, lines: readonly ProblemLine[]): Matter[] {
  const late = lines.filter(one => one.overdue)
  if (late.length === 0) return []
  const text = `整改逾期${late.length}项`
  const days = late.flatMap(({ dueOn }) => dueOn ?? []).toSorted()
  const units = [...new Set(late.map(({ unit }) => unit))]
  return [
    {
      ...AT,
      id: 'problemsLate',
      text,
      late: { text, since: days[0], units: units.map(nameOf), asks: '上报整改方案，或者按期完成整改并报告' },
    },
  ]
}

function toSend({ may }: MatterContext, lines: readonly ProblemLine[]): Matter[] {
  const ready = lines.filter(({ standing }) => standing === 'reviewed').length
  if (ready === 0 || !may('draftProblems')) return []
  return [{ ...AT, id: 'problemsToSend', text: `${ready}个问题审核完，待下发`, waits: true }]
}
